// @ts-check
/**
 * Who the user is to the service. Where it asks, the user signs in at the company's OpenID provider, by authorisation code
 * with PKCE (RFC 7636), in a dialog of its own. Tokens stay in the memory of this page: nothing that outlives it, and no
 * other page, gets to see them.
 *
 * @import { Fetch } from './service.js'
 * @typedef {{ required: boolean, client: string, scope: string, authorizationEndpoint: string, tokenEndpoint: string }} Offer
 * @typedef {{ access: string, refresh?: string }} Tokens
 * @typedef {(address: string) => Promise<string>} Dialog shows an address of ours and answers with what it says in the end
 */
import { readJson, Refusal, request } from './service.js';

const NOT_SIGNED_IN = 'You are not signed in.';
const ENDED = 'Your sign-in has ended, so you are not signed in any more.';
const NOT_OURS = 'The sign-in did not begin here. Choose Sign in again.';
const NO_PROVIDER = 'The sign-in service cannot be reached. Check the connection, then choose Sign in again.';

export class Session {
    /** @type {Tokens | undefined} */
    #tokens;
    /** @type {Promise<void> | undefined} */
    #renewing;
    #ended = false;
    /** Told whenever the user has signed in or is signed in no more. */
    changed = () => {};

    /**
     * @param {{ root: URL, fetch?: Fetch, place?: string }} seams place: where the user finds Sign in
     */
    constructor({ root, fetch = request, place = 'in the MPM pane' }) {
        this.ask = fetch;
        this.advice = `Choose Sign in ${place}.`;
        this.offerAddress = new URL('api/v1/sign-in', root).href;
        this.page = new URL('addin/sign-in.html', root).href;
    }

    get isSignedIn() {
        return this.#tokens !== undefined;
    }

    /** @returns {Promise<Offer>} how the service wants its users to sign in */
    offer() {
        return readJson(this.offerAddress, this.ask);
    }

    /**
     * Asks the service in the user's name. A token that has run out is renewed once; then the user must sign in again.
     * @type {Fetch}
     */
    fetch = async (address, options = {}) => {
        const used = this.#tokens;
        const response = await this.#send(address, options);
        if (response.status !== 401) return response;
        // Another request may have renewed it meanwhile.
        if (used && used === this.#tokens) await this.#renew(used);
        const renewed = this.#tokens;
        if (renewed) {
            const again = await this.#send(address, options);
            if (again.status !== 401) return again;
            if (renewed === this.#tokens) this.#end();
        }
        throw new Refusal(`${this.#ended ? ENDED : NOT_SIGNED_IN} ${this.advice}`, 401);
    };

    /** @param {Dialog} dialog */
    async signIn(dialog) {
        const { client, tokenEndpoint } = await this.offer();
        const [verifier, state] = [random(), random()];
        const asked = new URLSearchParams({ state, challenge: await challengeOf(verifier) });
        const said = JSON.parse(await dialog(`${this.page}?${asked}`));
        if (said.state !== state) throw new Refusal(NOT_OURS);
        if (!said.code) throw new Refusal(`You are not signed in: ${said.error ?? 'the sign-in was given up'}.`);
        const code = { code: said.code, redirect_uri: this.page, code_verifier: verifier };
        this.#tokens = await this.#issued(tokenEndpoint, { grant_type: 'authorization_code', client_id: client, ...code });
        this.#ended = false;
        this.changed();
    }

    signOut() {
        this.#tokens = undefined;
        this.changed();
    }

    /** @param {string} address @param {RequestInit} options */
    #send(address, options) {
        if (!this.#tokens) return this.ask(address, options);
        const headers = { ...options.headers, Authorization: `Bearer ${this.#tokens.access}` };
        return this.ask(address, { ...options, headers });
    }

    /** One renewal, however many requests wait for it. @param {Tokens} used */
    #renew(used) {
        this.#renewing ??= this.#renewed(used).finally(() => (this.#renewing = undefined));
        return this.#renewing;
    }

    /** @param {Tokens} used */
    async #renewed({ refresh }) {
        if (!refresh) return this.#end();
        try {
            const { client, tokenEndpoint } = await this.offer();
            const asked = { grant_type: 'refresh_token', client_id: client, refresh_token: refresh };
            // A provider that keeps the refresh token does not send it again.
            this.#tokens = { refresh, ...(await this.#issued(tokenEndpoint, asked)) };
        } catch (cause) {
            if (!(cause instanceof Refusal) || cause.status === undefined) throw cause;
            this.#end();
        }
    }

    #end() {
        this.#tokens = undefined;
        this.#ended = true;
        this.changed();
    }

    /** @param {string} address @param {Record<string, string>} asked @returns {Promise<Tokens>} */
    async #issued(address, asked) {
        const response = await this.ask(address, { method: 'POST', body: new URLSearchParams(asked) }).catch(() => {
            throw new Refusal(NO_PROVIDER);
        });
        const said = await response.json().catch(() => ({}));
        if (typeof said.access_token !== 'string') {
            const reason = said.error_description ?? said.error ?? response.status;
            throw new Refusal(`The sign-in service did not let you in: ${reason}.`, response.status);
        }
        return { access: said.access_token, ...(said.refresh_token && { refresh: said.refresh_token }) };
    }
}

/** @param {string} verifier @returns {Promise<string>} its S256 challenge */
export async function challengeOf(verifier) {
    return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
}

function random() {
    return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** @param {ArrayBuffer | Uint8Array} bytes */
function base64url(bytes) {
    const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
    return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
