export function CallEvents({ events }) {
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
