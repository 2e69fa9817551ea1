// The button's popup on a page that holds no article: says why.

import { say } from './api.js';
import { localize } from './page.js';

localize();
const why = location.hash.slice(1);
const place = document.querySelector('#why');
if (place) place.textContent = (/^cannot[A-Z][a-z]+$/.test(why) && say(why)) || say('cannotBrowser');
