declare module 'country-names' {
  const names: Record<string, string>;
  export default names;
}
declare module '*.css';
