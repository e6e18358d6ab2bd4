// Proposals under the search box while somebody types. Without this script the box is a plain one.
const box = document.querySelector('input[list="suggestions"]');
const list = document.getElementById('suggestions');
let timer, asked;

box?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(propose, 120);
});

async function propose() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`/api/v1/search/suggest?q=${encodeURIComponent(box.value)}`, { signal: asked.signal });
    if (!answer.ok) return;
    const { items } = await answer.json();
    list.replaceChildren(...items.map(({ text, kind }) => {
      const option = document.createElement('option');
      // A name or a phrase is meant as it stands.
      option.value = kind === 'number' ? text : `"${text}"`;
      option.label = text;
      return option;
    }));
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}
