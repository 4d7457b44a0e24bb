// @ts-check
/**
 * The list of functions: searched as one types, by the same module as the task pane. The list is in the page already, and
 * its filters are addresses, so that a search can be sent to a colleague.
 */

import { find } from '/addin/search.js';

/** @import { Described } from '/addin/search.js' */

const question = /** @type {HTMLInputElement} */ (document.getElementById('question'));
const stages = /** @type {HTMLElement} */ (document.getElementById('stages'));
const found = /** @type {HTMLElement} */ (document.getElementById('found'));
const ranked = /** @type {HTMLElement} */ (document.getElementById('ranked'));
const factors = /** @type {HTMLElement} */ (document.getElementById('factors'));

/** Where each card stands when nothing is looked for. @type {[card: HTMLElement, home: HTMLElement][]} */
const homes = [.../** @type {NodeListOf<HTMLElement>} */ (factors.querySelectorAll('[data-name]'))].map(
    (card) => [card, /** @type {HTMLElement} */ (card.parentElement)],
);
const cards = new Map(homes.map(([card]) => [card.dataset['name'], card]));

/** @type {readonly Described[]} */
let functions = [];
let stage = new URL(location.href).searchParams.get('stage')?.toUpperCase() ?? '';

function show() {
    const wanted = functions.filter((each) => !stage || each.stage === stage);
    const answers = find(question.value, wanted);
    const isAsked = question.value.trim() !== '';
    for (const [card, home] of homes) {
        home.append(card);
        card.hidden = !answers.some(({ name }) => name === card.dataset['name']);
    }
    if (isAsked) ranked.replaceChildren(...answers.map(({ name }) => cards.get(name) ?? ''));
    ranked.hidden = !isAsked;
    factors.hidden = isAsked;
    for (const factor of factors.children) {
        /** @type {HTMLElement} */ (factor).hidden = !factor.querySelector('[data-name]:not([hidden])');
    }
    found.textContent = answers.length === 0
        ? 'No function answers that. Try fewer or other words.'
        : `${answers.length} function${answers.length === 1 ? '' : 's'}`;
    for (const link of stages.querySelectorAll('a')) {
        link.ariaCurrent = (link.dataset['stage'] ?? '') === stage ? 'true' : null;
    }
    remember();
}

/** The address says what is shown. */
function remember() {
    const address = new URL(location.pathname, location.href);
    if (question.value.trim()) address.searchParams.set('q', question.value.trim());
    if (stage) address.searchParams.set('stage', stage);
    if (address.search !== location.search) history.replaceState(null, '', address);
}

async function start() {
    const response = await fetch('/api/v1/functions');
    if (!response.ok) return;
    ({ functions } = await response.json());
    question.addEventListener('input', show);
    stages.addEventListener('click', (event) => {
        const link = /** @type {HTMLElement} */ (event.target).closest('a');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        stage = link.dataset['stage'] ?? '';
        show();
    });
    document.getElementById('search')?.addEventListener('submit', (event) => event.preventDefault());
    if (question.value.trim()) show();
}

// Without the service's list the page stays what it is: a form and links.
void start().catch(() => undefined);
