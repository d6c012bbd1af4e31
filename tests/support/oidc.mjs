// A real OpenID provider on loopback, with its own pages for signing in and consenting.
// Started by tests/support/oidc.py with the folder whose node_modules hold oidc-provider, and the client as JSON.
// Whoever signs in is believed: the login is the subject and the address; one that begins with "unverified" is not verified.
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const { Provider } = await import(pathToFileURL(`${process.argv[2]}/node_modules/oidc-provider/lib/index.js`))
const client = JSON.parse(process.argv[3])

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['tests only'] },
    pkce: { required: () => true },
    findAccount: (_, login) => ({
      accountId: login,
      claims: () => ({ sub: login, email: login, email_verified: !login.startsWith('unverified'), name: `Nom de ${login}` }),
    }),
  })
  server.on('request', provider.callback())
  console.log(JSON.stringify({ issuer }))
})
