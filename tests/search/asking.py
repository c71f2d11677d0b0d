"""A question to the index of an open site."""

ASK = """async (query) => {
  const { openIndex } = await import(new URL("sok/index.js", document.querySelector("script[src]").src));
  const index = await openIndex();
  const result = await index.search(query);
  const first = await Promise.all(result.pages.slice(0, 3).map((number) => index.page(number)));
  return { all: result.pages.length, partly: result.partly, first: first.map((page) => page.adress) };
}"""
