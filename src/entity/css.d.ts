/** The bundler hands a style sheet over as its text, for `CSSStyleSheet.replaceSync`. */
declare module "*.css" {
  const css: string;
  export default css;
}
