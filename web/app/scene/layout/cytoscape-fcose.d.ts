declare module 'cytoscape-fcose' {
  import type cytoscape from 'cytoscape';

  const register: (instance: typeof cytoscape) => void;
  export default register;
}
