(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  document.addEventListener("DOMContentLoaded", () => {
    const texts = document.getElementById("texts");
    const chips = document.getElementById("chips");
    const filter = document.getElementById("filter");
    const nomatch = document.getElementById("nomatch");
    const narrow = matchMedia("(max-width: 63.99rem)");
    let opener = null;
    let lit = [];

    const light = (element, name) => {
      if (element) { element.classList.add(name); lit.push([element, name]); }
    };

    const unlight = () => {
      for (const [element, name] of lit) element.classList.remove(name);
      lit = [];
    };

    const showChips = (links, hash) => {
      chips.replaceChildren(...links.map((link) => {
        const chip = link.cloneNode(true);
        chip.classList.toggle("here", link.hash === hash);
        chip.addEventListener("click", (event) => { event.preventDefault(); go(link); });
        return chip;
      }));
    };

    // Opens the article of "#a3s12" beside the account and lights the sentence up.
    const show = (hash, link) => {
      const found = /^#a(\d+)(s\d+)?$/.exec(hash);
      const article = found && document.getElementById("a" + found[1]);
      if (!article) return false;
      const sentence = found[2] ? document.getElementById(hash.slice(1)) : null;
      const line = link ? link.closest(".line") : null;
      const links = line ? [...line.querySelectorAll("a.src")] : link ? [link] : [];
      unlight();
      light(article, "shown");
      light(line, "current");
      for (const other of links) if (other.hash !== hash) light(document.getElementById(other.hash.slice(1)), "also");
      light(sentence, "on");
      const events = new Set((line?.dataset.e || "").split(" "));
      if (sentence && line?.dataset.e) {
        for (const word of sentence.querySelectorAll("b[data-e]")) {
          if (word.dataset.e.split(" ").some((number) => events.has(number))) light(word, "made");
        }
      }
      showChips(links, hash);
      root.classList.add("open");
      if (sentence) {
        sentence.tabIndex = -1;
        sentence.scrollIntoView({ block: "center" });
        sentence.focus({ preventScroll: true });
      } else {
        texts.scrollTop = 0;
        article.focus({ preventScroll: true });
      }
      return true;
    };

    const go = (link) => {
      if (!texts.contains(link) && !chips.contains(link)) opener = link;
      if (location.hash !== link.hash) history.pushState(null, "", link.hash);
      show(link.hash, link);
      const line = link.closest(".line");
      if (line && line.getBoundingClientRect().bottom > texts.getBoundingClientRect().top && narrow.matches) {
        line.scrollIntoView({ block: "start" });  // the sheet must not cover the line that opened it
      }
    };

    const close = () => {
      root.classList.remove("open");
      unlight();
      history.replaceState(null, "", location.pathname + location.search);
      if (opener) opener.focus();
    };

    document.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const hash = link.getAttribute("href") || "";
        if (/^#a\d+(s\d+)?$/.test(hash) && link.hash !== undefined) { event.preventDefault(); go(link); }
        return;
      }
      if (event.target.closest("button, summary, input, label") || String(getSelection())) return;
      const line = event.target.closest(".line");
      const source = line && line.querySelector("a.src");
      if (source) go(source);
    });

    document.getElementById("close").addEventListener("click", close);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && root.classList.contains("open")) close();
    });

    const follow = () => {
      const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
      const fold = target && target.closest("details");
      if (fold) { fold.open = true; target.scrollIntoView(); }
      if (!show(location.hash, document.querySelector('a.src[href="' + location.hash.replace(/[^#\w]/g, "") + '"]'))) {
        root.classList.remove("open");
        unlight();
      }
    };
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
    if (location.hash) follow();

    let opened = [];
    filter.addEventListener("input", () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const fold of opened) fold.open = false;
      opened = [];
      let left = 0;
      for (const line of document.querySelectorAll("#account .line")) {
        const text = line.textContent.toLowerCase();
        line.hidden = !words.every((word) => text.includes(word));
        const fold = line.closest("details:not([open])");
        if (!line.hidden) left += 1;
        if (words.length && !line.hidden && fold) { fold.open = true; opened.push(fold); }
      }
      for (const voice of document.querySelectorAll(".voice, .pile")) {
        voice.hidden = words.length > 0 && !voice.querySelector(".line:not([hidden])");
      }
      nomatch.hidden = left > 0;
    });
  });
})();
