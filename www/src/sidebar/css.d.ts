declare module '*.css' {
  /** The style sheet's text, minified. */
  const css: string;
  export default css;
}
