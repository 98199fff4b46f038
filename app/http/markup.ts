/** Space, a whole comment, an instruction that is neither XML's (a page) nor PHP's (source code). */
const passedOver = /[\s\uFEFF]+|<!--[^]*?-->|<\?(?!xml|php)[^]*?\?>/iy;
const pageBegins = /<(!--|!doctype|!entity|!\[cdata\[|\?xml|\/?[a-z][\w.-]*(:[\w.-]+)?([\s/>]|$))/iy;

/**
 * Whether a text is a page or a drawing rather than words: HTML, SVG or XML, whatever it is called. Decided by what comes
 * first after what a browser would pass over.
 */
export function isMarkup(text: string): boolean {
  let at = 0;
  for (passedOver.lastIndex = at; passedOver.test(text); passedOver.lastIndex = at) at = passedOver.lastIndex;
  pageBegins.lastIndex = at;
  return pageBegins.test(text);
}
