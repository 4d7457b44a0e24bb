// @ts-check
/** The start page: a formula that calculates while one types, and questions to begin with. */

import { live } from './live.js';

const more = /** @type {HTMLElement} */ (document.getElementById('more'));
const put = live();

for (const starter of more.querySelectorAll('button')) {
    starter.addEventListener('click', () => put(starter.dataset['formula'] ?? ''));
}
more.hidden = false;
