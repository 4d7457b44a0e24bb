// @ts-check
/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
    const found = document.getElementById(id);
    if (!found) throw new Error(`The pane has no element ${id}.`);
    return found;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {readonly (Node | string)[]} children text stays text: nothing from the service is read as HTML
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes, children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
}

/**
 * Shows in the button that its work is going on, and does not start it twice.
 * @param {HTMLElement} button
 * @param {() => Promise<string>} work answers with what to tell the user
 * @param {(sentence: string) => void} say
 */
export function onClick(button, work, say) {
    button.addEventListener('click', async () => {
        if (button.ariaBusy === 'true') return;
        button.ariaBusy = 'true';
        try {
            say(await work());
        } catch (cause) {
            say(sentenceOf(cause));
        } finally {
            button.ariaBusy = null;
        }
    });
}

/** @param {unknown} cause */
export function sentenceOf(cause) {
    return cause instanceof Error ? cause.message : String(cause);
}

/** @param {number} instant in milliseconds @returns {string} the time of day, and the day where it is another */
export function timeOf(instant) {
    const then = new Date(instant);
    const day = then.toDateString() === new Date().toDateString() ? '' : `${then.toLocaleDateString('en-CA')} `;
    return day + then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** @param {number} count @param {string} noun */
export function counted(count, noun) {
    return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
