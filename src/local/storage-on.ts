// Supabase Lite looks whether storage is wanted while it is loaded, so this must be imported before it.
process.env['EXPERIMENTAL_STORAGE'] = '1'

// It prints a warning that storage is not for production. Ours runs on one machine, for one person.
export {}
