export function Trace() {
  return <div>Trace</div>;
}
