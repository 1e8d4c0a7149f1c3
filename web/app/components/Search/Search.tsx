export function Search() {
  return <div>Search</div>;
}
