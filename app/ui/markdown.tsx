/** HTML that `render` of markdown.server.ts made from Markdown; nothing else may come here. */
export function Prose({ html, className = '' }: { html: string; className?: string }) {
  return <div className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
