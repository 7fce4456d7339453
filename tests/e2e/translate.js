// Does what browsers do when they translate a page: each text node is replaced by two nested <font>
// elements with its text, and adjacent text nodes are merged. Nodes added later are treated the same. The
// texts themselves do not change, so that any test can run on such a page.
//
// Runs in the page: `page.addInitScript(translate)`, or `page.evaluate(translate)` later on.
export function translate() {
  const untouched = new Set(["SCRIPT", "STYLE", "FONT", "TEXTAREA", "NOSCRIPT", "TITLE"]);
  const isText = (node) => node?.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
  const wrap = (node) => {
    const parent = node.parentElement;
    if (!isText(node) || !parent || untouched.has(parent.nodeName)) return;
    if (parent.closest("[translate=no], svg")) return;
    let text = node.data;
    for (;;) {
      let next = node.nextSibling;
      while (next?.nodeType === Node.COMMENT_NODE) next = next.nextSibling;
      if (!isText(next)) break;
      text += next.data;
      next.remove();
    }
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.append(text);
    outer.append(inner);
    node.replaceWith(outer);
  };
  const below = (root) => {
    const nodes = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of isText(root) ? [root] : nodes) wrap(node);
  };
  const begin = () => {
    below(document.body);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "characterData") wrap(target);
        for (const node of addedNodes) below(node);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  };
  if (document.body) begin();
  else addEventListener("DOMContentLoaded", begin);
}
