// local-slack listens on every interface; preloaded, this makes it listen on loopback alone.
const serve = Bun.serve
Bun.serve = options => serve({ ...options, hostname: '127.0.0.1' })
