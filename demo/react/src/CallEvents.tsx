export function CallEvents({ events }: { events: readonly string[] }) {
  return (
    <>
      <h2>Events</h2>
      <ol aria-label="Events">
        {events.map((event, index) => (
          <li key={index}>{event}</li>
        ))}
      </ol>
    </>
  );
}
