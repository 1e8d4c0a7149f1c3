export function Console() {
  return <div>Console</div>;
}
