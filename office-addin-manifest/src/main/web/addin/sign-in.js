// @ts-check
/**
 * The page in the dialog. First it leads on to the OpenID provider, whose address it takes from the service and never from
 * its own: a link could lead anywhere. Then the provider leads back to it, and it passes on what the provider said.
 * @import { Offer } from './session.js'
 */
import { CHANNEL } from './dialog.js';
import { byId, sentenceOf } from './dom.js';
import { readJson } from './service.js';

const page = new URL('sign-in.html', import.meta.url).href;
const asked = new URLSearchParams(location.search);

try {
    await (asked.has('challenge') ? leave() : finish());
} catch (cause) {
    byId('step').textContent = sentenceOf(cause);
}

async function leave() {
    const offer = /** @type {Offer} */ (await readJson(new URL('../api/v1/sign-in', import.meta.url).href));
    const address = new URL(offer.authorizationEndpoint);
    const told = {
        response_type: 'code',
        client_id: offer.client,
        redirect_uri: page,
        scope: offer.scope,
        state: asked.get('state') ?? '',
        code_challenge: asked.get('challenge') ?? '',
        code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value);
    location.replace(address);
}

async function finish() {
    const said = JSON.stringify({
        state: asked.get('state'),
        code: asked.get('code'),
        error: asked.get('error_description') ?? asked.get('error') ?? undefined,
    });
    byId('step').textContent = 'You can close this window.';
    const host = typeof Office === 'undefined' ? undefined : (await Office.onReady()).host;
    if (host) {
        Office.context.ui.messageParent(said, { targetOrigin: location.origin });
    } else {
        new BroadcastChannel(CHANNEL).postMessage(said);
        globalThis.close();
    }
}
