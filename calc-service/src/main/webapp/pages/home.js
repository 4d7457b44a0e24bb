// @ts-check
/** The start page: a formula that calculates while one types, and questions to begin with. */

import { live } from './live.js';

const explanation = /** @type {HTMLElement} */ (document.getElementById('explanation'));
const more = /** @type {HTMLElement} */ (document.getElementById('more'));

const put = live((found) => {
    explanation.replaceChildren();
    if (!found) return;
    const question = document.createElement('strong');
    question.textContent = found.question;
    const page = document.createElement('a');
    page.href = `/functions/${found.name}`;
    page.textContent = 'How it works';
    explanation.append(question, ' ', page);
});

for (const starter of more.querySelectorAll('button')) {
    starter.addEventListener('click', () => put(starter.dataset['formula'] ?? ''));
}
more.hidden = false;
