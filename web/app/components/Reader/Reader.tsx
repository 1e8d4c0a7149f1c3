export function Reader() {
  return <div>Reader</div>;
}
