// Draws what Slack would show. Reads {"type", "blocks", "title"?, "submit"?, "close"?} from standard
// input and writes a page to standard output; whatever is not a dialog or home tab is a message.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(new URL('../package.json', import.meta.url))
const React = require('react')
const { renderToStaticMarkup } = require('react-dom/server')
const { Message } = require('slack-blocks-to-jsx')

const shown = JSON.parse(readFileSync(0, 'utf8'))
const styles = readFileSync(join(dirname(require.resolve('slack-blocks-to-jsx')), 'style.css'), 'utf8')
const escape = text => String(text ?? '').replace(/[&<>]/g, c => `&#${c.charCodeAt(0)};`)
const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="8" fill="#0b5c4a"/><text x="18" y="25" font-size="20" font-family="sans-serif" fill="#fff" text-anchor="middle">S</text></svg>'
)}`

const isView = shown.type === 'modal' || shown.type === 'home'
const body = renderToStaticMarkup(
  React.createElement(Message, {
    blocks: shown.blocks,
    logo,
    name: 'Somehelp',
    time: new Date('2026-06-03T09:00:00Z'),
    theme: 'light',
    withoutWrapper: isView,
    data: { users: [], channels: [], user_groups: [] },
  })
).replaceAll("Please &#x27;enter&#x27; to submit", '') // a line of the renderer's own

const button = (label, kind = '') => label ? `<button class="${kind}">${escape(label.text)}</button>` : ''
const frame = shown.type === 'modal'
  ? `<section class="modal"><h1>${escape(shown.title.text)}</h1><div>${body}</div><footer>${button(shown.close)}${button(shown.submit, 'go')}</footer></section>`
  : body

process.stdout.write(`<!doctype html><meta charset="utf-8"><style>${styles}
body { margin: 0; padding: 16px; width: 648px; background: #fff; color: #1d1c1d; font: 15px/1.46 "Liberation Sans", "Noto Color Emoji", sans-serif }
[class*="slack_blocks_to_jsx"] > * + *, .blocks > * + * { margin-top: 8px }
.modal { border: 1px solid #ccc; border-radius: 8px }
.modal h1 { font-size: 18px; margin: 0; padding: 16px 20px; border-bottom: 1px solid #ddd }
.modal > div { padding: 8px 20px }
.modal footer { display: flex; gap: 8px; justify-content: flex-end; padding: 16px 20px; border-top: 1px solid #ddd }
.modal footer button { font: inherit; font-weight: 700; padding: 6px 14px; border: 1px solid #bbb; border-radius: 4px; background: #fff }
.modal footer .go { background: #007a5a; color: #fff }
</style>${frame}`)
