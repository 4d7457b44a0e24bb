// @ts-check
/** The page of a function: its example to edit, and every other one to begin with. */

import { live } from './live.js';

const field = /** @type {HTMLTextAreaElement} */ (document.getElementById('formula'));
const picture = /** @type {HTMLElement | null} */ (document.querySelector('section > .chart'));

/** The picture is of the example as it stands in the page. */
const put = live(() => {
    if (picture) picture.hidden = field.value !== field.defaultValue;
});

for (const example of document.querySelectorAll('.example')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Try it above';
    button.addEventListener('click', () => {
        put(example.querySelector('code')?.textContent ?? '');
        document.getElementById('live')?.scrollIntoView();
    });
    example.querySelector('.actions')?.prepend(button);
}
