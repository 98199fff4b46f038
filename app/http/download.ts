const plain = (name: string) =>
  name
    .replace(/\.(md|markdown|txt)$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '') || 'document';

/** Markdown to keep as a file. Its name is made of plain letters, whatever it was called. */
export const asDownload = (markdown: string, name: string): Response =>
  new Response(markdown, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${plain(name)}.md"`,
    },
  });
