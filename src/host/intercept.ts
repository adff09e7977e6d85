/** A wire whose arrivals pass through a function first, which may hold them back. */
import type { Arrival, Wire } from '../link/index.js';

/** The same wire, but what arrives goes on only when `pass` is called. */
export function interceptArrivals(wire: Wire, onArrival: (arrival: Arrival, pass: () => void) => void): Wire {
  return {
    get hasPeer() {
      return wire.hasPeer;
    },
    get origin() {
      return wire.origin;
    },
    get ancestorOrigins() {
      return wire.ancestorOrigins;
    },
    isPeer: (source) => wire.isPeer(source),
    post: (message, targetOrigin, to) => wire.post(message, targetOrigin, to),
    listen: (arrived, unreadable) =>
      wire.listen((arrival) => {
        onArrival(arrival, () => arrived(arrival));
      }, unreadable),
    get links() {
      return wire.links;
    },
    reportError: (error) => wire.reportError(error),
    createId: () => wire.createId(),
  };
}
