/**
 * Takes the nonce off every inline script that was rendered with it, and gives their texts. The nonce is known to what
 * renders alone: a script that found its way into a page by other means does not carry it, and is not among them.
 */
export function takeInlineScripts(html: string, nonce: string): { html: string; scripts: string[] } {
  const [before, ...marked] = html.split(` nonce="${nonce}"`) as [string, ...string[]];
  const scripts = marked
    .map((text) => text.slice(text.indexOf('>') + 1, text.indexOf('</script>')))
    .filter((text) => text !== '');
  return { html: before + marked.join(''), scripts };
}
