// Runs by itself, and only on the sites that the reader chose: looks whether the page
// is an article, from the few signs that cost nothing, and asks for the sidebar if so.
// It changes nothing and stays for nothing.

import { api } from './api.js';

function looksLikeArticle() {
  const kind = document.querySelector('meta[property="og:type"]')?.getAttribute('content');
  if (kind === 'article') return true;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    if (/"@type"\s*:\s*(\[[^\]]*)?"(\w*News)?Article"/.test(script.textContent ?? '')) return true;
  }
  // A list of articles has many; an article's page has one that holds most of the text.
  const articles = document.querySelectorAll('article');
  return articles.length === 1 && (articles[0].textContent ?? '').length > 1500;
}

if (looksLikeArticle()) api.runtime.sendMessage({ type: 'article' }).catch(() => {});
