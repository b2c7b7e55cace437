/**
 * Another user's program: holds a number of connections to a port in one way, opens closed ones again, and says when
 * all are there.
 */
import { connect, type Socket } from 'node:net'

const [port = '', way = '', count = ''] = process.argv.slice(2)
const head = `Host: 127.0.0.1:${port}\r\n`
const origin = `Origin: http://127.0.0.1:${port}\r\n`
const form = `${origin}Content-Type: application/x-www-form-urlencoded\r\n`

/** What each says at once, and then every 50 ms. */
const ways: Readonly<Record<string, readonly [first: string, drop: string]>> = {
  idle: ['', ''],
  'slow head': [`GET /open HTTP/1.1\r\n${head}`, 'X-A: 1\r\n'],
  'slow body': [`POST /open HTTP/1.1\r\n${head}${form}Content-Length: 900\r\n\r\n`, 'a'],
  'slow call': [`POST /ipc/draft:put HTTP/1.1\r\n${head}${origin}Content-Length: 100000\r\n\r\n`, 'a'],
  'keep alive': [`GET /open HTTP/1.1\r\n${head}Connection: keep-alive\r\n\r\n`, `GET /open HTTP/1.1\r\n${head}\r\n`],
  flood: [`GET / HTTP/1.1\r\n${head}Cookie: lianshen-${port}=guess\r\n\r\n`, ''],
  'half open': ['', ''],
}
const [first, drop] = ways[way] ?? ['', '']
const sockets = new Set<Socket>()
let connected = 0

function open(): void {
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true }, () => {
    connected += 1
    if (connected === Number(count)) process.stdout.write('held\n')
    if (first !== '') socket.write(first)
    if (way === 'half open') socket.end()
  })
  sockets.add(socket)
  socket.on('error', () => undefined)
  socket.on('data', () => undefined)
  socket.on('end', () => socket.destroy())
  socket.once('close', () => {
    sockets.delete(socket)
    setImmediate(open)
  })
}
for (let index = 0; index < Number(count); index += 1) open()
if (drop !== '') {
  setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write(drop)
  }, 50)
}
