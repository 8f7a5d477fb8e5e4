import { describe, expect, it } from 'vitest'
import { netlifyConfig } from '../../src/local/server/netlify-config.ts'
import { headerRules } from '../../src/local/server/rules.ts'
import { fixture } from './fixture.ts'

describe('netlify.toml', () => {
  const config = netlifyConfig(process.cwd())
  const headers = headerRules(config.headers)('/how-to-complain/')

  it('lets a page load nothing from elsewhere, run no script inside it, and be framed by nobody', () => {
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ')
        return [name, sources.join(' ')]
      }),
    )
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('form-action')).toBe("'self'")
    expect(policy.get('script-src')).toBe("'self'")
    // Files alone go elsewhere: sealed, and straight to the council's own storage.
    expect(policy.get('connect-src')).toBe("'self' https://*.supabase.co")
    policy.delete('connect-src')
    expect([...policy.values()].join(' ')).not.toMatch(/https?:|\*|unsafe-eval/)
  })

  it('tells the browser to keep to https, guess no types and tell nobody where it came from', () => {
    expect(headers).toMatchObject({
      'strict-transport-security': expect.stringMatching(/max-age=\d{8}/) as unknown,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  it('lets only files with a hash in their name be kept for good', () => {
    const rules = headerRules(config.headers)
    expect(rules('/_astro/form.abc.js')['cache-control']).toContain('immutable')
    expect(headers['cache-control'] ?? '').not.toContain('immutable')
  })

  it('is refused, by its key, where a redirect asks for what the local server would not do', () => {
    const project = fixture({
      'netlify.toml': `
        [build]
        publish = "dist"
        [functions]
        directory = "functions"
        [[redirects]]
        from = "/a"
        to = "/b"
        [redirects.conditions]
        Language = ["pl"]`,
    })
    expect(() => netlifyConfig(project.root)).toThrow(/netlify\.toml: redirects\.0: .*conditions/)
    project.remove()
  })
})
