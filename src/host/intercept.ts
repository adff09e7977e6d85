/** A port whose arrivals pass through a function first, which may hold them back. */
import type { Arrival, Port } from '../link/index.js';

/** The same port, but what arrives goes on only when `pass` is called. */
export function interceptArrivals(port: Port, onArrival: (arrival: Arrival, pass: () => void) => void): Port {
  return {
    get hasPeer() {
      return port.hasPeer;
    },
    get origin() {
      return port.origin;
    },
    get ancestorOrigins() {
      return port.ancestorOrigins;
    },
    isPeer: (source) => port.isPeer(source),
    post: (message, targetOrigin, to) => port.post(message, targetOrigin, to),
    listen: (arrived, unreadable) =>
      port.listen((arrival) => {
        onArrival(arrival, () => arrived(arrival));
      }, unreadable),
    claim: (onGranted) => port.claim(onGranted),
    now: () => port.now(),
    after: (ms, action) => port.after(ms, action),
    report: (error) => port.report(error),
    createId: () => port.createId(),
  };
}
