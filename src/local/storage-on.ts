// Supabase Lite looks whether storage is wanted while it is loaded, so this must be imported before it.
process.env['EXPERIMENTAL_STORAGE'] = '1'

export {}
