// A browser's engine on a line: reads one JSON request per line, answers with one JSON line.
// Started by tests/support/yjs.py with the folder whose node_modules hold yjs.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(`${process.argv[2]}/package.json`)
const Y = require('yjs')
const sync = require('y-protocols/sync')
const awareness = require('y-protocols/awareness')
const encoding = require('lib0/encoding')
const decoding = require('lib0/decoding')

const docs = new Map()
const hex = (bytes) => Buffer.from(bytes).toString('hex')
const bytes = (text) => new Uint8Array(Buffer.from(text, 'hex'))

const frame = (type, write) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return hex(encoding.toUint8Array(encoder))
}

const presence = (doc, state) => {
  const held = new awareness.Awareness(doc)
  held.setLocalState(state)
  const update = awareness.encodeAwarenessUpdate(held, [doc.clientID])
  held.destroy()
  return update
}

const actions = {
  new: ({ name, client }) => {
    const doc = new Y.Doc()
    doc.clientID = client
    docs.set(name, doc)
    return {}
  },
  edit: ({ name, edits }) => {
    const doc = docs.get(name)
    const text = doc.getText('text')
    const updates = []
    const keep = (update) => updates.push(hex(update))
    doc.on('update', keep)
    doc.transact(() => {
      for (const [at, length, inserted] of edits) {
        text.delete(at, length)
        text.insert(at, inserted)
      }
    })
    doc.off('update', keep)
    return { update: updates[0] ?? '0000' }
  },
  replay: ({ steps }) => {
    const docs = new Map()
    const updates = []
    for (const [client, takenIn, at, length, inserted] of steps) {
      if (!docs.has(client)) {
        const doc = new Y.Doc()
        doc.clientID = client
        doc.on('update', (update, origin) => origin === 'heard' || updates.push(update))
        docs.set(client, doc)
      }
      const doc = docs.get(client)
      for (const number of takenIn) Y.applyUpdate(doc, updates[number], 'heard')
      const text = doc.getText('text')
      doc.transact(() => {
        text.delete(at, length)
        text.insert(at, inserted)
      })
    }
    const all = new Y.Doc()
    for (const update of updates) Y.applyUpdate(all, update)
    const written = {}
    for (let item = all.getText('text')._start; item; item = item.right) {
      if (!item.deleted) written[item.id.client] = (written[item.id.client] ?? 0) + item.length
    }
    return { text: all.getText('text').toString(), written }
  },
  letters: ({ name }) => {
    const letters = []
    for (let item = docs.get(name).getText('text')._start; item; item = item.right) {
      if (!item.deleted) letters.push([item.id.client, item.content.str])
    }
    return { letters }
  },
  apply: ({ name, updates }) => {
    for (const update of updates) Y.applyUpdate(docs.get(name), bytes(update))
    return {}
  },
  encode: ({ name, since }) => ({
    update: hex(Y.encodeStateAsUpdate(docs.get(name), since === undefined ? undefined : bytes(since))),
  }),
  merge: ({ updates }) => ({ update: hex(Y.mergeUpdates(updates.map(bytes))) }),
  other: ({ name, kind }) => {
    const doc = new Y.Doc()
    doc.clientID = 7
    const text = () => doc.getText('text')
    const make = {
      format: () => text().insert(0, 'a', { bold: true }),
      embed: () => text().insertEmbed(0, { image: 'x' }),
      map: () => doc.getMap('text').set('key', 'value'),
      array: () => doc.getArray('text').insert(0, [1, 'a']),
      nested: () => doc.getArray('text').insert(0, [new Y.Text('inner')]),
      root: () => doc.getText('title').insert(0, 'a'),
      nul: () => text().insert(0, '\0'),
      attribute: () => text().setAttribute('key', 'value'),
      document: () => doc.getArray('text').insert(0, [new Y.Doc()]),
    }
    make[kind]()
    return { update: hex(Y.encodeStateAsUpdate(doc)) }
  },
  frames: ({ name, state }) => {
    const doc = docs.get(name)
    return {
      step1: frame(0, (encoder) => sync.writeSyncStep1(encoder, doc)),
      step2: frame(0, (encoder) => sync.writeSyncStep2(encoder, doc)),
      update: frame(0, (encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(doc))),
      presence: frame(1, (encoder) => encoding.writeVarUint8Array(encoder, presence(doc, state))),
    }
  },
  meet: ({ name, update }) => {
    const held = new awareness.Awareness(docs.get(name))
    awareness.applyAwarenessUpdate(held, bytes(update), null)
    const states = Object.fromEntries(held.getStates())
    held.destroy()
    return { states }
  },
  numbers: ({ frame }) => {
    const decoder = decoding.createDecoder(bytes(frame))
    const numbers = []
    while (decoding.hasContent(decoder)) numbers.push(decoding.readVarUint(decoder))
    return { numbers }
  },
}

const look = (doc) => ({
  text: doc.getText('text').toString(),
  state: hex(Y.encodeStateVector(doc)),
  pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
})

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  const answer = actions[request.do](request)
  const doc = docs.get(request.name)
  console.log(JSON.stringify({ ...answer, ...(doc ? look(doc) : {}) }))
}
