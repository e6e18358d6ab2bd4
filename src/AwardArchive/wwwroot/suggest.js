// Proposals under the search box while somebody types (an ARIA combobox). Without this script the box is a plain one.
// Not a datalist: browsers hide its options that lack the letters as typed, and marks are what people leave out.
const box = document.querySelector('input[data-suggestions]');
if (box) {
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.role = 'listbox';
  list.hidden = true;
  list.ariaLabel = 'Gợi ý';
  box.after(list);
  box.role = 'combobox';
  box.ariaExpanded = 'false';
  box.setAttribute('aria-controls', list.id);

  const names = { person: 'người', number: 'số văn bản', phrase: 'cụm từ' };
  let timer, asked, chosen = -1;

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(propose, 120);
  });
  box.addEventListener('blur', () => setTimeout(close, 150));
  box.addEventListener('keydown', event => {
    if (list.hidden) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });

  async function propose() {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/v1/search/suggest?q=${encodeURIComponent(box.value)}`, { signal: asked.signal });
      show(answer.ok ? (await answer.json()).items : []);
    } catch (error) {
      if (error.name !== 'AbortError') close();
    }
  }

  function show(items) {
    chosen = -1;
    list.replaceChildren(...items.map(({ text, kind }, index) => {
      const item = document.createElement('li');
      item.id = `suggestion-${index}`;
      item.role = 'option';
      // A name or a phrase is meant as it stands.
      item.dataset.query = kind === 'number' ? text : `"${text}"`;
      const note = document.createElement('span');
      note.textContent = names[kind] ?? '';
      item.append(text, note);
      item.addEventListener('pointerdown', () => take(item));
      return item;
    }));
    list.hidden = items.length === 0;
    box.ariaExpanded = String(!list.hidden);
  }

  function choose(index) {
    list.children[chosen]?.removeAttribute('aria-selected');
    chosen = (index + list.children.length) % list.children.length;
    list.children[chosen].ariaSelected = 'true';
    box.setAttribute('aria-activedescendant', list.children[chosen].id);
  }

  function take(item) {
    box.value = item.dataset.query;
    close();
    box.form.requestSubmit();
  }

  function close() {
    list.hidden = true;
    box.ariaExpanded = 'false';
    box.removeAttribute('aria-activedescendant');
  }
}
