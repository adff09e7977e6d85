import { useCallback, useState, useSyncExternalStore } from 'react';
import type { QueuedCall } from 'hs-calling-elements';
import { CallEvents } from './CallEvents';
import { callList } from './people';
import { Phone } from './Phone';

// Two pages of the app, by the hash. A router does the same.
function useRoute() {
  return useSyncExternalStore(
    (follow) => {
      window.addEventListener('hashchange', follow);
      return () => window.removeEventListener('hashchange', follow);
    },
    () => location.hash,
  );
}

export function App() {
  const route = useRoute();
  const [events, setEvents] = useState<string[]>([]);
  const [panels, setPanels] = useState<('phone' | 'events')[]>(['phone', 'events']);
  const [hasBridge, setHasBridge] = useState(true);
  const [bridgeKey, setBridgeKey] = useState(0);
  const [widgetKey, setWidgetKey] = useState(0);
  const [autoDial, setAutoDial] = useState(false);
  const [queue, setQueue] = useState<readonly QueuedCall[]>([]);
  const onHappened = useCallback((event: string) => setEvents((before) => [...before, event]), []);

  const shown = {
    events: <CallEvents events={events} />,
    phone: hasBridge && (
      <Phone
        key={bridgeKey}
        autoDial={autoDial}
        queue={queue}
        route={route}
        widgetKey={widgetKey}
        onHappened={onHappened}
      />
    ),
  };
  return (
    <>
      <nav>
        <a href="#/">Phone</a> <a href="#/contacts">Contacts</a>
      </nav>
      <form onSubmit={(event) => event.preventDefault()}>
        <label>
          <input
            type="checkbox"
            checked={hasBridge}
            onChange={({ target }) => setHasBridge(target.checked)}
          />{' '}
          Bridge
        </label>
        <label>
          <input type="checkbox" checked={autoDial} onChange={({ target }) => setAutoDial(target.checked)} />{' '}
          Call at once
        </label>
        <button type="button" onClick={() => setBridgeKey((key) => key + 1)}>
          New bridge
        </button>
        <button type="button" onClick={() => setWidgetKey((key) => key + 1)}>
          New widget
        </button>
        <button type="button" onClick={() => setPanels(panels.toReversed())}>
          Swap
        </button>
        <button type="button" onClick={() => setQueue(callList)}>
          Fill the list
        </button>
      </form>
      {panels.map((panel) => (
        <section key={panel}>{shown[panel]}</section>
      ))}
    </>
  );
}
