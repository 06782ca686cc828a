/**
 * Runs inside a network namespace, listens at the addresses that it is given as `address:port`, and hands the sockets
 * to the process that started it, which is outside and keeps them.
 */
import { createServer } from "node:net";

for (const place of process.argv.slice(2)) {
  const [address, port] = place.split(":");
  const server = createServer();
  server.listen(Number(port), address, () => process.send?.(place, server));
}
