// Made by scripts/client.mjs from crates/server/openapi.json.
export interface paths {
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server is up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts, in which register, at which moment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say who acts from now on in this session */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ActorRequest"];
                };
            };
            responses: {
                /** @description From now on. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Exchange the launch token for a cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterRequest"];
                };
            };
            responses: {
                /** @description The cookie is set. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** End this session */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The cookie is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Only texts or only tables. */
                    kind?: "text" | "table";
                    /** @description Only those with claims that wait for a decision. */
                    waiting?: boolean;
                    /** @description The `next` of the answer before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Documents"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Preserve a file; claims are read in a text and wait */
        post: {
            parameters: {
                query: {
                    /** @description File name, without folders. */
                    name: string;
                    /** @description The day it bears. */
                    published?: string;
                    /** @description The outlet. */
                    publisher?: string;
                    /** @description Title, when the file states none. */
                    title?: string;
                    /** @description Language code; detected when absent. */
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentAdded"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{doc}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    doc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{doc}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stretch of a text with the claims read in it */
        get: {
            parameters: {
                query?: {
                    /** @description The first character, counted in Unicode scalar values from 0. */
                    from?: number;
                    /** @description Characters. */
                    length?: number;
                };
                header?: never;
                path: {
                    /** @description Its id */
                    doc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentText"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{doc}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of a table as they stand there */
        get: {
            parameters: {
                query?: {
                    /** @description The first row, counted from 1. */
                    from?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Its id */
                    doc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentTable"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{doc}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes as they came, to be saved and never shown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    doc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims in document order */
        get: {
            parameters: {
                query?: {
                    /** @description Only of this document. */
                    doc?: string;
                    /** @description Default: proposed. */
                    state?: "proposed" | "accepted" | "rejected" | "all";
                    /** @description The `next` of the answer before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Claims"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide claims: one act, all of them or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionsRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decided"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim and the words it stands on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by filters, with counts per value */
        get: {
            parameters: {
                query?: {
                    kind?: string[];
                    metric?: string[];
                    sex?: string[];
                    age?: string[];
                    year?: string[];
                    month?: string[];
                    place?: string[];
                    source?: string[];
                    publisher?: string[];
                    document?: string[];
                    status?: string[];
                    named?: string[];
                    standing?: string[];
                    /** @description Ages that may reach this many completed years. */
                    age_from?: number;
                    age_to?: number;
                    /** @description Acts that may lie on this day or later. */
                    from?: string;
                    to?: string;
                    /** @description Words, in any script. */
                    q?: string;
                    /** @description Default: entry, the order in which accounts entered the register. */
                    sort?: "entry" | "date" | "name" | "place";
                    /** @description The other way round. */
                    descending?: boolean;
                    /** @description Fields whose values are counted, between commas. */
                    facets?: string;
                    /** @description Values listed per field. */
                    values?: number;
                    /** @description The `next` of the answer before. */
                    after?: string;
                    limit?: number;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Accounts"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything said about one subject, account beside account */
        get: {
            parameters: {
                query?: {
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                };
                header?: never;
                path: {
                    /** @description Of any of its accounts */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subject"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look for words in documents, accounts and names of sources */
        get: {
            parameters: {
                query: {
                    /** @description Words, in any script. */
                    q: string;
                    /** @description Only hits of this kind: document, source, person, figure, …; may repeat. */
                    kind?: string[];
                    limit?: number;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Found"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nearest names on record while one is typed */
        get: {
            parameters: {
                query: {
                    /** @description As far as it is typed. */
                    name: string;
                    /** @description Only accounts of this kind. */
                    kind?: string;
                    /** @description Code of the vocabulary `sex`. */
                    sex?: string;
                    /** @description Completed years. */
                    age?: number;
                    place?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NearestNames"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publishers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has published documents here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publishers"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in a bulletin: its text is preserved, its claims wait, beside what its publisher said last */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntakeRequest"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Intake"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{doc}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document beside its publisher's last one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    doc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparisonOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that wait to be imported */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Uploads"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Send a list; nothing is imported yet */
        post: {
            parameters: {
                query: {
                    /** @description File name, without folders. */
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list that waits, as it would be imported */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Drop a list that waits */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{upload}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The list again, columns read otherwise */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreviewRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{upload}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import the list, or find out what that would do: a job */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportRequest"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register at a glance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be asked about */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Metrics"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule applied at a moment: documented and reported side by side */
        get: {
            parameters: {
                query: {
                    /** @description Code of the vocabulary `metric`. */
                    metric: string;
                    /** @description Dimensions of a cell, between commas: sex, age, place, month, year, source, document, kind, status. */
                    by?: string;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                    /** @description Name of the rule; literal when absent. */
                    rule?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Figures"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts behind a figure, opened to their words */
        get: {
            parameters: {
                query: {
                    /** @description Code of the vocabulary `metric`. */
                    metric: string;
                    /** @description The cell: DIMENSION=VALUE, repeated; an empty value means not stated. */
                    filter?: string[];
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                    /** @description Name of the rule; literal when absent. */
                    rule?: string;
                    /** @description Accounts passed over. */
                    skip?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The counting rules that are built in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rules"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is said over time, each speaker apart */
        get: {
            parameters: {
                query: {
                    /** @description Code of the vocabulary `metric`. */
                    metric: string;
                    /** @description In the source's words. */
                    place?: string;
                    /** @description Of whom: a code such as women, or the text's words; empty for the whole alone. */
                    group?: string;
                    /** @description Code of the vocabulary `scope`; empty for not stated. */
                    scope?: string;
                    /** @description The speaker's name or id. */
                    source?: string;
                    from?: string;
                    to?: string;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                    /** @description Name of the rule; literal when absent. */
                    rule?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SeriesAnswer"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What does not fit together in what is said; nothing is repaired */
        get: {
            parameters: {
                query?: {
                    /** @description Code of the vocabulary `metric`; all when absent. */
                    metric?: string;
                    /** @description In the source's words. */
                    place?: string;
                    /** @description Of whom: a code such as women, or the text's words; empty for the whole alone. */
                    group?: string;
                    /** @description Code of the vocabulary `scope`; empty for not stated. */
                    scope?: string;
                    /** @description The speaker's name or id. */
                    source?: string;
                    from?: string;
                    to?: string;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                    /** @description Name of the rule; literal when absent. */
                    rule?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contradictions"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts/{kind}.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A chart: over time, speakers side by side, what is on record in bars, or on a map */
        get: {
            parameters: {
                query: {
                    /** @description Code of the vocabulary `metric`. */
                    metric: string;
                    /** @description Of bars: dimensions of a cell, between commas. */
                    by?: string;
                    /** @description Of series and dots: in the source's words. */
                    place?: string;
                    /** @description Of series and dots: of whom; empty for the whole alone. */
                    group?: string;
                    /** @description Of series and dots: code of the vocabulary `scope`; empty for not stated. */
                    scope?: string;
                    /** @description Of series and dots: the speaker's name or id. */
                    source?: string;
                    from?: string;
                    to?: string;
                    /** @description Of a map: the name of the boundaries; the first when absent. */
                    map?: string;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                    /** @description Name of the rule; literal when absent. */
                    rule?: string;
                    /** @description Language of the words: en, ar, he, uk, es. */
                    lang?: string;
                    /** @description Direction; that of the language when absent. */
                    dir?: "ltr" | "rtl";
                    theme?: "auto" | "light" | "dark";
                    /** @description In pixels. */
                    width?: number;
                };
                header?: never;
                path: {
                    /** @description Which sort of chart */
                    kind: "series" | "dots" | "bars" | "map";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/svg+xml": string;
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sets of boundaries that lie beside the register */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Maps"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maps/{name}.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A set of boundaries, each area with what is on record there */
        get: {
            parameters: {
                query: {
                    /** @description Code of the vocabulary `metric`. */
                    metric: string;
                    /** @description The moment: a position, a batch or a date; now when absent. */
                    at?: string;
                    /** @description Name of the rule; literal when absent. */
                    rule?: string;
                };
                header?: never;
                path: {
                    /** @description Its name */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": Record<string, never>;
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what a person types: one batch for all of it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftRequest"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Recorded"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a draft could be recorded; nothing is written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checked"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account as a person would have typed it, to be mended */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of an account */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDraft"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend our slip: a new account stands in the place of this one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of an account */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AmendmentRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changes"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an account: it stays readable and counts no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of an account */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawalRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changes"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge whether two accounts are about the same; nothing is merged */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["JudgementRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Judged"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, the latest first */
        get: {
            parameters: {
                query?: {
                    /** @description Only this verb: add, import, accept, reject, undo, … */
                    act?: string;
                    /** @description Only what this person did. */
                    actor?: string;
                    /** @description The `next` of the answer before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["History"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One act */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    batch: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryOne"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/{batch}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an act; undoing an undo brings it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    batch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Undone"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provenance/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walk an id back to who said it, when, where and in what words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of an account, claim, document, source or batch */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Provenance"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vocabularies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The code lists with their labels */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the labels; English when absent, and label by label where the language has none. */
                    lang?: string;
                    /** @description Also lists whose codes are only mapped to ours and shown to nobody. */
                    all?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Vocabularies"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vocabularies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One code list */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the labels; English when absent, and label by label where the language has none. */
                    lang?: string;
                };
                header?: never;
                path: {
                    /** @description Its name */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Vocabularies"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The languages of labels */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Languages"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forms half filled */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Drafts"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form half filled */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Chosen by the form */
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Draft"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keep a form; it is durable when the answer comes */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Chosen by the form */
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Draft"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Forget a form */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Chosen by the form */
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Whether there was one or not. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs since the server started, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Jobs"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a job to stop; it leaves nothing half done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job as it goes on: events `job`, until it ends */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events, data of each a Job */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": unknown;
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that goes on: events `job`, and `changed` when something was written */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events, data of `job` a Job */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": unknown;
                    };
                };
                /** @description What is wrong, and the mend. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description What is wrong, and the mend. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A claim and the account that came of it. */
        AcceptedClaim: {
            account: string;
            claim: string;
        };
        /** @description One act in a line. */
        AccountAct: {
            /** @description Of a figure: of whom, in the source's words. */
            group: string | null;
            /**
             * Format: int64
             * @description Of a figure: the highest; null when open.
             */
            high: number | null;
            /**
             * Format: int64
             * @description Of a figure: the lowest; null when open.
             */
            low: number | null;
            /** @description Code of the vocabulary `metric`; empty when the account speaks of no act. */
            metric: string;
            place: string | null;
            /** @description Of a figure: code of the vocabulary `qualifier`. */
            qualifier: string | null;
            /** @description ISO 8601 with `..` for an open end. */
            when: string | null;
        };
        /** @description An account as a person would have typed it. */
        AccountDraft: {
            account: string;
            draft: Record<string, never>;
            version: components["schemas"]["Version"];
        };
        /** @description Where an account comes from, beside its words. */
        AccountOrigin: {
            /** @description The day that the statement is about, where it says one. */
            as_of: string | null;
            batch: string;
            /** @description The claim that somebody accepted, when it came from one. */
            claim: string | null;
            /** @description Whether it counts now. */
            counts: boolean;
            /** @description Accounts that it relays. */
            derived_from: string[];
            /** @description Fields that the person who accepted it mended. */
            edited: string[];
            /** @description Its chain and its place there: the entry's id. */
            entry: string;
            /** @description The leaf's hash: what checkpoints and proofs bind. */
            leaf: string;
            /** @description The speaker's name is the alias of a protected source. */
            protected: boolean;
        };
        /** @description One account in a line. */
        AccountRow: {
            account: string;
            /** @description Acts and statuses, or what a figure counts. */
            acts: components["schemas"]["AccountAct"][];
            /** Format: int32 */
            age_high: number | null;
            /**
             * Format: int32
             * @description Completed years.
             */
            age_low: number | null;
            batch: string;
            doc: string;
            /** @description The document's file name. */
            document: string;
            /** @description Code of the vocabulary `kind`. */
            kind: string;
            /** @description As written, whole, one per script; empty for the unnamed. */
            names: string[];
            /** @description Null: the text of the document, author not stated. */
            said_by: string | null;
            sex: string | null;
            /** @description `current`, `cannot_tell` or `withdrawn`. */
            standing: string;
            status: string | null;
        };
        /** @description A page of the register. */
        Accounts: {
            accounts: components["schemas"]["AccountRow"][];
            /** @description In the order asked for. */
            facets: components["schemas"]["Facet"][];
            indexing: components["schemas"]["Indexing"] | null;
            /** @description For `after`; null at the end. */
            next: string | null;
            position: string;
            /**
             * Format: int64
             * @description Accounts found.
             */
            total: number;
            version: components["schemas"]["Version"];
        };
        /** @description Who acts from now on. */
        ActorRequest: {
            /** @description A name, or null for nobody in particular. */
            actor: string | null;
        };
        /** @description What became of a file. */
        Added: {
            /** @description The batch that added it; null when the same bytes were here already. */
            batch: string | null;
            /** @description Claims that wait for a decision. */
            claims: number;
            /** @description The document's id. */
            doc: string;
            /** @description `text` or `table`. */
            kind: string;
            name: string;
        };
        /** @description Our slip, mended: members of the draft as they should be, null for what should be empty. */
        AmendmentRequest: {
            changes: Record<string, never>;
            /** @description Only show what would change. */
            preview?: boolean;
            /** @description For the log. */
            reason: string;
        };
        /** @description What stands around a quote. */
        Around: {
            after: string;
            before: string;
        };
        /** @description A value and who says it. */
        Attributed: {
            said: components["schemas"]["SaidHere"][];
            value: string;
        };
        /**
         * @description Who speaks when a version takes the place of another.
         * @enum {string}
         */
        Because: "new-version" | "our-correction";
        /** @description One account behind a figure, opened to its words. */
        BehindRow: {
            account: string;
            doc: string;
            /** @description The document's file name. */
            document: string;
            /** @description `inside`, `overlaps`, `withdrawn` or `reported`. */
            membership: string;
            published_by: string | null;
            /** @description Null: the text of the document, author not stated. */
            said_by: string | null;
            words: components["schemas"]["Words"];
        };
        /** @description One cell of a table. */
        Cell: {
            cell: string;
            header: string;
        };
        /** @description One account that changes. */
        Changed: {
            account: string;
            fields: components["schemas"]["ChangedField"][];
            /** @description In a few words. */
            is: string;
            /** @description The account that stands in its place. */
            now: string | null;
        };
        /** @description A field that differs. */
        ChangedField: {
            after: Record<string, never>;
            before: Record<string, never>;
            field: string;
        };
        /** @description What a change did, or would do. */
        Changes: {
            /** @description Null in a preview. */
            batch: string | null;
            changed: components["schemas"]["Changed"][];
            position: string;
            /** @description Accounts that say so already. */
            unchanged: string[];
            version: components["schemas"]["Version"];
            warnings: components["schemas"]["FieldError"][];
        };
        /** @description Whether a draft fits. */
        Checked: {
            /** @description What does not fit; empty when it can be recorded. */
            fields: components["schemas"]["FieldError"][];
            version: components["schemas"]["Version"];
            /** @description What is taken, and a person should look at. */
            warnings: components["schemas"]["FieldError"][];
        };
        /** @description Claims by what became of them. */
        ClaimCounts: {
            /** Format: int64 */
            accepted: number;
            /**
             * Format: int64
             * @description That wait for a decision.
             */
            proposed: number;
            /** Format: int64 */
            rejected: number;
        };
        /** @description One claim and the words it stands on. */
        ClaimOne: {
            claim: components["schemas"]["ClaimRow"];
            version: components["schemas"]["Version"];
            words: components["schemas"]["Words"];
        };
        /** @description What the machine read in a text: it counts for nothing until a person accepts it. */
        ClaimRow: {
            /** @description The account that came of it. */
            account: string | null;
            /** @description The range stands for a vague word; it is not the speaker's number. */
            by_rule: boolean;
            /** @description A running total, not a period's count. */
            cumulative: boolean;
            /** @description The document. */
            doc: string;
            /** @description The document's file name. */
            document: string;
            /** @description One past where they end. */
            end: number;
            /** @description Of whom, as written. */
            group: string | null;
            /**
             * Format: int64
             * @description Null when open.
             */
            high: number | null;
            /** @description Feared, expected, conditional. */
            hypothetical: boolean;
            id: string;
            /** @description `count`, `presence`, `named` or `declaration`. */
            kind: string;
            /**
             * Format: int64
             * @description Null when open.
             */
            low: number | null;
            /** @description Code of the vocabulary `metric`. */
            metric: string;
            /** @description Denied, or zero. */
            negated: boolean;
            /** @description Nation, side or community of those counted, as written. */
            party_affected: string | null;
            /** @description The period, as written. */
            period: string | null;
            place: string | null;
            /** @description `exact`, `at_least`, `at_most`, `about` or `vague`. */
            qualifier: string;
            /** @description The words, verbatim. */
            quote: string;
            /** @description Its first day, where text and document date settle it. */
            resolved_from: string | null;
            resolved_to: string | null;
            /** @description Who is said to have done it. */
            responsible: string | null;
            responsible_said_by: string | null;
            /**
             * Format: int32
             * @description How sure the rules are, 0 to 100.
             */
            score: number;
            /** @description Who says it; null: the text itself, or unclear. */
            source: string | null;
            /** @description Possible speakers where the text leaves it open. */
            source_candidates: string[];
            /** @description `accuses`, `claims`, `admits` or `denies`. */
            stance: string | null;
            /** @description Where they begin, in Unicode scalar values of the text. */
            start: number;
            state: components["schemas"]["ClaimState"];
            /** @description What is counted, as written. */
            unit: string | null;
        };
        /**
         * @description What became of a claim.
         * @enum {string}
         */
        ClaimState: "proposed" | "accepted" | "rejected";
        /** @description Claims in document order. */
        Claims: {
            claims: components["schemas"]["ClaimRow"][];
            /** @description Of all claims, or of the document's. */
            counts: components["schemas"]["ClaimCounts"];
            /** @description For `after`; null at the end. */
            next: string | null;
            /** @description Claims in the state asked for. */
            total: number;
            version: components["schemas"]["Version"];
        };
        /** @description Two numbers that cannot both be so. */
        Clash: {
            /** @description Claims, of which one may be misread or misprinted. */
            claims: string[];
            /** @description `cumulative_falls` or `part_exceeds_whole`. */
            code: string;
            /** @description What the words fill in. */
            params: {
                [key: string]: components["schemas"]["Param"];
            };
            /** @description In English. */
            words: string;
        };
        /** @description What is said now beside what was said last. */
        Comparison: {
            /** @description What cannot all be so: misread, misprinted, or corrected by its publisher. */
            contradictions: components["schemas"]["Clash"][];
            doc: string;
            previous: components["schemas"]["DocumentMeta"] | null;
            rows: components["schemas"]["ComparisonRow"][];
        };
        /** @description A document beside its publisher's last one. */
        ComparisonOne: {
            comparison: components["schemas"]["Comparison"];
            version: components["schemas"]["Version"];
        };
        /** @description One thing said in one or both. */
        ComparisonRow: {
            before: components["schemas"]["Statement"] | null;
            /** @description `new`, `gone`, `same`, `rises`, `falls` or `differs`. */
            change: string;
            /** @description A running total. */
            cumulative: boolean;
            /**
             * Format: int64
             * @description Where both give an exact number.
             */
            difference: number | null;
            group: string | null;
            /** @description Code of the vocabulary `metric`. */
            metric: string;
            now: components["schemas"]["Statement"] | null;
            party: string | null;
            place: string | null;
        };
        /** @description Statements that cannot all be so. Nothing is repaired. */
        Contradiction: {
            /** @description The accounts, in the order in which the words name them. */
            accounts: string[];
            /**
             * Format: int64
             * @description By how much, where that is one number.
             */
            by: number | null;
            /** @description Which sort: `cumulative_falls`, `part_exceeds_whole`, … */
            code: string;
            /** @description The first day that it is about. */
            from: string;
            of: components["schemas"]["SeriesOf"];
            /** @description What the words fill in. */
            params: {
                [key: string]: components["schemas"]["Param"];
            };
            /** @description The statements with their words. */
            statements: components["schemas"]["ContradictionStatement"][];
            to: string;
            /** @description In English. */
            words: string;
        };
        /** @description A statement with its words. */
        ContradictionStatement: {
            account: string;
            /** @description Where in it. */
            at: string;
            cumulative: boolean;
            doc: string;
            /** @description The document's file name. */
            document: string;
            from: string | null;
            /** Format: int64 */
            high: number | null;
            /** Format: int64 */
            low: number | null;
            published_by: string | null;
            quote: string | null;
            reported_on: string | null;
            said_by: string | null;
            to: string | null;
        };
        /** @description What does not fit together. */
        Contradictions: {
            contradictions: components["schemas"]["Contradiction"][];
            /** @description How many of each sort. */
            counts: {
                [key: string]: number;
            };
            position: string;
            rule: components["schemas"]["RuleName"];
            /** @description Statements looked at. */
            statements: number;
            version: components["schemas"]["Version"];
        };
        /** @description Fields put right: absent keeps what was read, null says that the text does not state it. */
        CorrectionsRequest: {
            /**
             * @description Code of the vocabulary `component`.
             * @default null
             */
            component: string | null;
            /** @default null */
            cumulative: boolean;
            /** @default null */
            group: string | null;
            /**
             * Format: int64
             * @default null
             */
            high: number | null;
            /** @default null */
            hypothetical: boolean;
            /**
             * Format: int64
             * @default null
             */
            low: number | null;
            /**
             * @description Code of the vocabulary `metric`.
             * @default null
             */
            metric: string;
            /** @default null */
            negated: boolean;
            /** @default null */
            party_affected: string | null;
            /** @default null */
            period: string | null;
            /** @default null */
            place: string | null;
            /** @default null */
            qualifier: components["schemas"]["Qualifier"];
            /**
             * Format: date
             * @default null
             */
            resolved_from: string | null;
            /**
             * Format: date
             * @default null
             */
            resolved_to: string | null;
            /** @default null */
            responsible: string | null;
            /** @default null */
            responsible_said_by: string | null;
            /**
             * @description Code of the vocabulary `scope`.
             * @default null
             */
            scope: string | null;
            /**
             * @description The speaker.
             * @default null
             */
            source: string | null;
            /** @default null */
            stance: components["schemas"]["Stance"] | null;
            /** @default null */
            unit: string | null;
        };
        /** @description What the decisions did. */
        Decided: {
            accepted: components["schemas"]["AcceptedClaim"][];
            /** @description Undoing it takes all of them back. */
            batch: string;
            position: string;
            /** @description Ids of claims. */
            rejected: string[];
            version: components["schemas"]["Version"];
        };
        /** @description What is decided about one claim. */
        DecisionRequest: {
            /** @description The claim's id. */
            claim: string;
            corrected?: components["schemas"]["CorrectionsRequest"] | null;
            verdict: components["schemas"]["Verdict"];
        };
        /** @description Decisions on claims, taken as one act. */
        DecisionsRequest: {
            decisions: components["schemas"]["DecisionRequest"][];
            /** @description For the log. */
            reason?: string | null;
        };
        /** @description What became of a file sent. */
        DocumentAdded: {
            added: components["schemas"]["Added"];
            version: components["schemas"]["Version"];
        };
        /** @description A document's own facts. */
        DocumentMeta: {
            /** Format: int64 */
            bytes: number;
            /** @description The SHA-256 of its bytes. */
            doc: string;
            lang: string | null;
            /** @description File name. */
            name: string;
            /** @description The day it bears. */
            published: string | null;
            title: string | null;
        };
        /** @description One document. */
        DocumentOne: {
            document: components["schemas"]["DocumentRow"];
            version: components["schemas"]["Version"];
        };
        /** @description One document in a list. */
        DocumentRow: components["schemas"]["DocumentMeta"] & {
            /**
             * Format: int64
             * @description Accounts that stand on it and count.
             */
            accounts: number;
            /** @description When it was added, UTC. */
            added: string;
            added_by: string | null;
            /** @description The batch that added it. */
            batch: string;
            claims: components["schemas"]["ClaimCounts"];
            /** @description `text` or `table`. */
            kind: string;
            /** @description The outlet. */
            publisher: string | null;
        };
        /** @description Rows of a table as they stand there. */
        DocumentTable: {
            doc: string;
            header: string[];
            name: string;
            rows: components["schemas"]["TableRow"][];
            /**
             * Format: int64
             * @description Rows of the whole table.
             */
            total: number;
            version: components["schemas"]["Version"];
        };
        /** @description A stretch of a text with its claims. Places count Unicode scalar values. */
        DocumentText: {
            /** @description Claims that touch it. */
            claims: components["schemas"]["ClaimRow"][];
            /** @description `ltr` or `rtl`, by the first letter. */
            dir: string;
            doc: string;
            /**
             * Format: int64
             * @description Where this stretch begins.
             */
            from: number;
            lang: string | null;
            /**
             * Format: int64
             * @description Characters of the whole text.
             */
            length: number;
            name: string;
            text: string;
            version: components["schemas"]["Version"];
        };
        /** @description Distinct subjects on record. */
        Documented: {
            /**
             * Format: int64
             * @description That overlap it; null when a group's size is open upward.
             */
            high: number | null;
            /**
             * Format: int64
             * @description Wholly inside the cell.
             */
            low: number;
            /**
             * Format: int64
             * @description Pairs that may be the same person and were judged unsure.
             */
            undecided: number;
            /**
             * Format: int64
             * @description What sources have withdrawn since.
             */
            withdrawn: number;
        };
        /** @description Documents, the newest first. */
        Documents: {
            documents: components["schemas"]["DocumentRow"][];
            /** @description For `after`; null at the end. */
            next: string | null;
            total: number;
            version: components["schemas"]["Version"];
        };
        /** @description A form half filled, as kept. */
        Draft: {
            /** @description When it was kept, UTC. */
            changed: string;
            /** @description Chosen by the form. */
            key: string;
            /** @description What the form holds. */
            state: Record<string, never>;
            version: components["schemas"]["Version"];
        };
        /** @description One source's word on one thing, as typed: dates, ages and numbers as people write them. The kinds and their members are those of 'cairn record'. */
        DraftRequest: {
            acts?: Record<string, never>[] | null;
            age?: string | null;
            area?: string | null;
            as_of?: string | null;
            at?: string | null;
            attributions?: Record<string, never>[] | null;
            born?: string | null;
            by?: string | null;
            by_rule?: boolean | null;
            component?: string | null;
            consent?: Record<string, never> | null;
            correction?: Record<string, never> | null;
            cumulative?: boolean | null;
            damage?: string | null;
            date_order?: string | null;
            derived_from?: string[] | null;
            destination?: string | null;
            document?: string | null;
            essential?: string | null;
            files?: string[] | null;
            gaps?: Record<string, never> | null;
            households?: string | null;
            hypothetical?: boolean | null;
            identity?: string | null;
            ids?: Record<string, never>[] | null;
            instrument?: string | null;
            kind?: string | null;
            lang?: string | null;
            level?: string | null;
            means?: string | null;
            measure?: string | null;
            members?: Record<string, never>[] | null;
            metric?: string | null;
            names?: (string | Record<string, never>)[] | null;
            negated?: boolean | null;
            note?: string | null;
            number?: string | null;
            of_group?: string | null;
            of_party?: string | null;
            origin?: string | null;
            parcel?: string | null;
            period?: string | null;
            persons?: string | null;
            place?: string | null;
            published?: string | null;
            published_by?: string | null;
            qualifier?: string | null;
            quantity?: string | null;
            reason?: string | null;
            said_by?: string | null;
            scope?: string | null;
            sex?: string | null;
            size?: string | null;
            status?: string | null;
            statuses?: Record<string, never>[] | null;
            tenure?: string | null;
            ties?: Record<string, never>[] | null;
            type?: string | null;
            unit?: string | null;
            when?: string | null;
        };
        /** @description A draft without its content. */
        DraftRow: {
            /** @description When it was kept, UTC. */
            changed: string;
            key: string;
        };
        /** @description All drafts, by key. */
        Drafts: {
            drafts: components["schemas"]["DraftRow"][];
            version: components["schemas"]["Version"];
        };
        /** @description The launch token, exchanged for a cookie. */
        EnterRequest: {
            /** @description Who acts, as the log keeps it; absent: as the server was started. */
            actor?: string | null;
            /** @description From the address that `cairn serve` printed. */
            token: string;
        };
        /** @description An error: a code that docs/errors.md explains, words, and the mend. */
        ErrorBody: {
            /** @description Stable code. */
            code: string;
            /** @description The field or parameter it is about. */
            field?: string | null;
            /** @description Every slip of a form. */
            fields?: components["schemas"]["FieldError"][];
            /** @description What to do about it. */
            mend: string;
            /** @description What is wrong, in words. */
            words: string;
        };
        /** @description The last estimate on record that fits, or that it was refused. */
        Estimated: {
            /**
             * Format: int64
             * @description Everybody, those on no list included; null when the run was refused.
             */
            estimate: number | null;
            /**
             * Format: int64
             * @description Upper end of the interval.
             */
            high: number | null;
            /**
             * Format: int64
             * @description Lower end of the interval.
             */
            low: number | null;
            /** @description What gave the figure. */
            model: string;
            /**
             * Format: int64
             * @description Which of the runs of this metric it is, refused ones too.
             */
            number: number;
            /**
             * Format: int64
             * @description How many there are.
             */
            of: number;
            /** @description Codes of why there is none (docs/estimation.md). */
            refused: string[];
            /** @description The entry of the run. */
            run: string;
        };
        /** @description The accounts behind a cell. */
        Explanation: {
            accounts: components["schemas"]["BehindRow"][];
            /** @description The cell. */
            by: {
                [key: string]: string | null;
            };
            /** @description Accounts wholly inside the cell. */
            inside: number;
            metric: string;
            notes: components["schemas"]["Remark"][];
            /** @description Accounts that overlap it, or of which cannot be told whether they are somebody new. */
            overlaps: number;
            position: string;
            /** @description Numbers that speakers give. */
            reported: number;
            rule: components["schemas"]["RuleName"];
            version: components["schemas"]["Version"];
            withdrawn: number;
        };
        /** @description The values of one field. */
        Facet: {
            field: string;
            /** @description Values left out. */
            more: number;
            values: components["schemas"]["FacetValue"][];
        };
        /** @description One value of a field. */
        FacetValue: {
            /**
             * Format: int64
             * @description Accounts that fall under it when all other conditions hold.
             */
            count: number;
            /** @description A source's or document's name. */
            label: string | null;
            selected: boolean;
            /** @description As filters take it; null: not stated, an empty value in the query. */
            value: string | null;
        };
        /** @description A slip in one field of a form. */
        FieldError: {
            /** @description Stable code. */
            code: string;
            /** @description The field, as a path in the request: `acts[0].when`. */
            field: string;
            /** @description What is wrong and the mend, in words. */
            words: string;
        };
        /** @description All values of one field. */
        FieldValues: {
            /** @description `alone`, `same`, `compatible` or `different`. */
            agree: string;
            /** @description `names`, `sex`, `age`, `acts.TYPE.when`, … */
            field: string;
            values: components["schemas"]["Attributed"][];
        };
        /** @description A rule applied to one cell: three kinds of figure side by side, never mixed. */
        Figure: {
            /** @description The cell: a value per dimension asked for, null where sources do not say. */
            by: {
                [key: string]: string | null;
            };
            /** @description Which part of a count; null is not stated. */
            component: string | null;
            documented: components["schemas"]["Documented"] | null;
            estimated: components["schemas"]["Estimated"] | null;
            /** @description Code of the vocabulary `metric`. */
            metric: string;
            /** @description What speakers say, each named. */
            reported: components["schemas"]["Reported"][];
            /** @description Whom; null is not stated. Figures of different scopes are never added up. */
            scope: string | null;
        };
        /** @description The answer to a question. */
        Figures: {
            /** @description One per cell and scope. */
            figures: components["schemas"]["Figure"][];
            /** @description What a reader must know beside the figures. */
            notes: components["schemas"]["Remark"][];
            /** @description The moment, in short form: `at` takes it. */
            position: string;
            rule: components["schemas"]["RuleName"];
            version: components["schemas"]["Version"];
        };
        /** @description What a search found. */
        Found: {
            /** @description The best first. */
            hits: components["schemas"]["Hit"][];
            indexing: components["schemas"]["Indexing"] | null;
            /** @description Of each kind, how many. */
            kinds: {
                [key: string]: number;
            };
            position: string;
            /**
             * Format: int64
             * @description Places found.
             */
            total: number;
            version: components["schemas"]["Version"];
        };
        /** @description Something that was done about a subject. */
        Happened: {
            accounts: string[];
            /** @description The verb. */
            act: string;
            actor: string | null;
            batch: string;
            /** @description The entry. */
            id: string;
            /** @description Of a judgement that no person made: the model. */
            model: string | null;
            reason: string | null;
            /** @description A verdict, a stance, the type of a tie. */
            says: string | null;
            /**
             * Format: double
             * @description The model's probability that the two are one, of the pair by itself.
             */
            score: number | null;
            /** @description When, UTC. */
            time: string;
            /** @description The batch that withdraws it. */
            undone_by: string | null;
            /** @description `account`, `judgement`, `amendment`, `withdrawal`, `correction`, `tie` or `consent`. */
            what: string;
        };
        /** @description The server is up. */
        Health: {
            /** @description The program's version. */
            cairn: string;
            /** @description Always `ok`. */
            status: string;
            version: components["schemas"]["Version"];
        };
        /** @description What was done, the latest first. */
        History: {
            batches: components["schemas"]["HistoryRow"][];
            /** @description For `after`; null at the end. */
            next: string | null;
            total: number;
            version: components["schemas"]["Version"];
        };
        /** @description One act. */
        HistoryOne: {
            batch: components["schemas"]["HistoryRow"];
            version: components["schemas"]["Version"];
        };
        /** @description One batch in words. */
        HistoryRow: {
            /**
             * Format: int64
             * @description Accounts it added.
             */
            accounts: number;
            /** @description The verb: `add`, `import`, `accept`, `reject`, `undo`, … */
            act: string;
            /** @description Who. */
            actor: string | null;
            /** @description Its id. */
            batch: string;
            /** @description Names of the documents it added or drew on, and of the lists it declared or counted. */
            documents: string[];
            /** @description The position after it, in short form. */
            position: string;
            /** @description Why. */
            reason: string | null;
            /** @description Claims rejected. */
            rejected: number;
            /** @description When, UTC. */
            time: string;
            /** @description Batches it withdraws. */
            undoes: string[];
            /** @description The batch that withdraws it. */
            undone_by: string | null;
        };
        /** @description One place found. */
        Hit: {
            /** @description Where in it. */
            at: string | null;
            batch: string;
            /** @description The document that it is or stands on. */
            doc: string | null;
            document: string | null;
            /** @description `phrase`, `words`, `beginning`, `sound` or `part`. */
            how: string;
            /** @description What opens it: of a document its hash, else the entry's id. */
            id: string;
            /** @description `account`, `document` or `source`. */
            is: string;
            /** @description `document`, `source`, or what the account is about. */
            kind: string;
            /** @description What was found in them: characters from and to. */
            marks: components["schemas"]["Mark"][];
            /** @description The words. */
            snippet: string | null;
            title: string;
        };
        /** @description An identifier in its scheme. */
        Identifier: {
            scheme: string;
            value: string;
        };
        /** @description What an import did, or would do. */
        ImportReport: {
            /**
             * Format: int64
             * @description Accounts written, or that would be.
             */
            accounts: number;
            act: string | null;
            /** @description `column`, `mapping`, or `default`: nobody said so. */
            act_from: string;
            /** Format: int64 */
            added: number;
            /** @description Null in a dry run. */
            batch: string | null;
            /** Format: int64 */
            cannot_tell: number;
            /** Format: int64 */
            changed: number;
            /** @description Rows that were not taken, at most two hundred. */
            errors: components["schemas"]["RowProblem"][];
            errors_total: number;
            /** @description Oddities, at most two hundred: the row is taken, a person should look. */
            flags: components["schemas"]["RowProblem"][];
            flags_total: number;
            /** @description The mapping as applied. */
            map: string;
            position: string;
            /**
             * Format: int64
             * @description Rows of an earlier version that this one no longer has.
             */
            removed: number;
            /** Format: int64 */
            same_without_key: number;
            /** @description The rows asked for, at most a thousand. */
            shown: number[] | null;
            /** Format: int64 */
            unchanged: number;
        };
        /** @description How a list is imported. */
        ImportRequest: {
            /**
             * @description Code of the vocabulary `metric`.
             * @default null
             */
            act: string | null;
            /** @default null */
            because: components["schemas"]["Because"] | null;
            /**
             * @description Read and report, write nothing.
             * @default false
             */
            dry_run: boolean;
            /**
             * @description The column that names a person across versions.
             * @default null
             */
            key: string | null;
            /**
             * @description The mapping of the preview; without one, columns are inferred.
             * @default null
             */
            map: string | null;
            /**
             * Format: date
             * @description The day the list bears.
             * @default null
             */
            published: string | null;
            /**
             * @description The outlet.
             * @default null
             */
            publisher: string | null;
            /**
             * @description Who says what the rows say, unless the mapping tells.
             * @default null
             */
            said_by: string | null;
            /**
             * @description The list of which this file is a version.
             * @default null
             */
            series: string | null;
            /** @default null */
            show: components["schemas"]["ShowRows"] | null;
            /**
             * @description One bad row stops the import.
             * @default false
             */
            strict: boolean;
        };
        /** @description How far the search index is. */
        Indexing: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
        };
        /** @description What became of a bulletin: nothing counts before its claims are accepted. */
        Intake: {
            added: components["schemas"]["Added"];
            claims: components["schemas"]["ClaimRow"][];
            comparison: components["schemas"]["Comparison"];
            version: components["schemas"]["Version"];
        };
        /** @description A bulletin as pasted. */
        IntakeRequest: {
            /** @description Detected when absent. */
            lang?: string | null;
            /**
             * Format: date
             * @description The day it bears: what it says is as of that day.
             */
            published: string;
            /** @description Who publishes it. */
            publisher: string;
            text: string;
            title?: string | null;
        };
        /** @description Long work. */
        Job: {
            /** @description The batch it made: undoing it takes everything back. */
            batch: string | null;
            ended: string | null;
            error: components["schemas"]["ErrorBody"] | null;
            id: string;
            /** @description `import`, `dry_run` or `index`. */
            kind: string;
            result: components["schemas"]["ImportReport"] | null;
            /** @description When it was asked for, UTC. */
            started: string;
            state: components["schemas"]["JobState"];
            /** @description In order; the last is the one at work. */
            steps: components["schemas"]["JobStep"][];
            /** @description What it works on. */
            title: string;
            version: components["schemas"]["Version"];
        };
        /**
         * @description How a job stands.
         * @enum {string}
         */
        JobState: "waiting" | "running" | "done" | "failed" | "cancelled";
        /** @description A step of a job. */
        JobStep: {
            /** Format: int64 */
            done: number;
            /** @description In words. */
            step: string;
            /**
             * Format: int64
             * @description Null when it is not known.
             */
            total: number | null;
        };
        /** @description Jobs since the server started, the newest first. */
        Jobs: {
            jobs: components["schemas"]["Job"][];
            version: components["schemas"]["Version"];
        };
        /** @description What a judgement did. */
        Judged: {
            batch: string | null;
            pairs: components["schemas"]["JudgedPair"][];
            position: string;
            version: components["schemas"]["Version"];
        };
        /** @description A pair judged. */
        JudgedPair: {
            /** @description Decisions until now, which this one replaces. */
            instead_of: string[];
            left: string;
            /** @description In a few words. */
            left_is: string;
            right: string;
            right_is: string;
            /** @description `same`, `different` or `unsure`. */
            verdict: string;
        };
        /** @description Whether two accounts are about the same. */
        JudgementRequest: {
            /** @description An account. */
            left: string;
            /** @description Another. */
            right: string;
            verdict: components["schemas"]["Sameness"];
            /** @description For the log. */
            why: string;
        };
        /** @description A language. */
        Language: {
            /** @description ISO 639-1. */
            code: string;
            /** @description `ltr` or `rtl`. */
            dir: string;
            /** @description What it calls itself. */
            name: string;
            /** @description Every label exists in it. */
            whole: boolean;
        };
        /** @description The languages of labels. */
        Languages: {
            languages: components["schemas"]["Language"][];
            version: components["schemas"]["Version"];
        };
        /** @description A set of boundaries: a claim of whoever drew them; showing them endorses nothing. */
        MapRow: {
            areas: number;
            /** @description As of when. */
            date: string;
            licence: string | null;
            /** @description The file's name without its ending. */
            name: string;
            /** @description Who made them. */
            source: string;
        };
        /** @description The sets of boundaries that lie beside the register. */
        Maps: {
            maps: components["schemas"]["MapRow"][];
            version: components["schemas"]["Version"];
        };
        /** @description A stretch of words. */
        Mark: {
            from: number;
            to: number;
        };
        /** @description What can be asked about. */
        Metrics: {
            /** @description Codes of the vocabulary `metric` that are on record, in its order. */
            metrics: string[];
            version: components["schemas"]["Version"];
        };
        /** @description A name or a part of one, as written. */
        NamePart: {
            /** @description `full`, `given`, `father`, `grandfather`, `family`, … */
            part: string;
            /** @description ISO 15924. */
            script: string | null;
            text: string;
        };
        /** @description Somebody of that name, or one like it. */
        Near: components["schemas"]["AccountRow"] & {
            /** @description `same`, `variant`, `partial`, `reordered`, `similar`, `same_family`, … */
            grade: string;
            /** @description `same_sex`, `other_sex`, `age_fits`, `age_differs`, `same_place` or `other_place`. */
            hints: string[];
            /** @description The subject that the account is judged to be about. */
            subject: string;
            /** @description What was found, word by word. */
            why: string;
        };
        /** @description The nearest names on record. */
        NearestNames: {
            /** @description As typed. */
            name: string;
            /** @description The best first. */
            nearest: components["schemas"]["Near"][];
            position: string;
            version: components["schemas"]["Version"];
        };
        /** @description The register at a glance. */
        Overview: {
            /** Format: int64 */
            accounts: number;
            /** Format: int64 */
            documents: number;
            /** @description What is on record, undivided. */
            figures: components["schemas"]["OverviewFigure"][];
            notes: components["schemas"]["Remark"][];
            position: string;
            /** @description What was done last, the latest first. */
            recent: components["schemas"]["HistoryRow"][];
            rule: components["schemas"]["RuleName"];
            /** Format: int64 */
            sources: number;
            version: components["schemas"]["Version"];
            waiting: components["schemas"]["Waiting"];
        };
        /** @description A figure, its `reported` cut to the latest of each speaker. */
        OverviewFigure: components["schemas"]["Figure"] & {
            /**
             * Format: int64
             * @description Numbers that speakers give in all.
             */
            reported_total: number;
        };
        /** @description What is filled into a sentence. */
        Param: number | components["schemas"]["Range"] | string | components["schemas"]["Part"][];
        /** @description One of several things, with its number. */
        Part: {
            /** Format: int64 */
            high: number | null;
            /** Format: int64 */
            low: number | null;
            name: string;
        };
        /** @description A list as it would be imported. */
        Preview: {
            /** @description The first rows as accounts. */
            accounts: components["schemas"]["PreviewRow"][];
            /** @description What was done to the people of the list. */
            act: string | null;
            /** @description `column`, `mapping`, or `default`: nobody said so. */
            act_from: string;
            columns: components["schemas"]["PreviewColumn"][];
            /** @description The mapping as text: send it back with the import. */
            map: string;
            /** @description Why the columns are taken so, and what could not be told. */
            remarks: components["schemas"]["Remark"][];
            /** @description Every role that a column can have. */
            roles: string[];
            /**
             * Format: int64
             * @description Rows in all.
             */
            rows: number;
            /** @description `persons`, `incidents` or `other`. Only lists of persons are imported. */
            rows_are: string;
            said_by: string | null;
        };
        /** @description One harm. */
        PreviewAct: {
            place: string | null;
            /** @description Code of the vocabulary `metric`. */
            type: string;
            /** @description ISO 8601 with `..` for an open end. */
            when: string | null;
        };
        /** @description A column of a list. */
        PreviewColumn: {
            /** @description Why, as a code. */
            because: string;
            /**
             * Format: int32
             * @description How sure that is, in percent.
             */
            confidence: number;
            /**
             * Format: int64
             * @description Different values there.
             */
            distinct: number;
            /**
             * Format: int64
             * @description Rows in which it says something, of the first 20,000.
             */
            filled: number;
            header: string;
            /** @description Why, in English. */
            reason: string;
            /** @description What it is taken to say: the code of a role. */
            role: string;
            /** @description The commonest values. */
            values: components["schemas"]["PreviewValue"][];
        };
        /** @description A preview anew. */
        PreviewOne: {
            preview: components["schemas"]["Preview"];
            version: components["schemas"]["Version"];
        };
        /** @description What a person says about a list that the file does not. */
        PreviewRequest: {
            /**
             * @description Code of the vocabulary `metric`: what was done to the people of the list, unless a column tells.
             * @default null
             */
            act: string | null;
            /**
             * @description A mapping as an earlier preview gave it; without one, columns are inferred.
             * @default null
             */
            map: string | null;
            /**
             * @description Columns to read otherwise: header to the code of a role.
             * @default {}
             */
            roles: {
                [key: string]: string;
            };
            /**
             * @description Who says what the rows say, unless a column tells.
             * @default null
             */
            said_by: string | null;
        };
        /** @description A row as an account. */
        PreviewRow: {
            acts: components["schemas"]["PreviewAct"][];
            /** Format: int32 */
            age_high: number | null;
            /**
             * Format: int32
             * @description Completed years, lowest.
             */
            age_low: number | null;
            /** @description ISO 8601 with `..` for an open end. */
            born: string | null;
            /** @description What a person should look at; with no names and no acts, why the row is not taken. */
            flags: components["schemas"]["RowFlag"][];
            ids: components["schemas"]["Identifier"][];
            names: components["schemas"]["NamePart"][];
            /**
             * Format: int64
             * @description Its number, from 1.
             */
            row: number;
            sex: string | null;
        };
        /** @description A value of a column. */
        PreviewValue: {
            /**
             * Format: int64
             * @description Rows that say so, of the first 20,000.
             */
            count: number;
            /** @description The code that it is taken as, where the column holds codes. */
            taken_as: string | null;
            value: string;
        };
        /** @description What went wrong. */
        Problem: {
            error: components["schemas"]["ErrorBody"];
            version: components["schemas"]["Version"];
        };
        /** @description An id walked back to who said it. */
        Provenance: {
            document: components["schemas"]["DocumentMeta"] | null;
            entry: components["schemas"]["HistoryRow"] | null;
            /** @description The id asked for. */
            id: string;
            /** @description What it names: `account`, `claim`, `document`, `source` or `batch`. */
            is: string;
            origin: components["schemas"]["AccountOrigin"] | null;
            /** @description The outlet. */
            published_by: string | null;
            /** @description The speaker; null: the text of the document, author not stated. */
            said_by: string | null;
            /** @description The day the document bears. */
            said_on: string | null;
            /** @description Everything that is stored under the id. */
            shown: Record<string, never>;
            version: components["schemas"]["Version"];
            words: components["schemas"]["Words"] | null;
        };
        /** @description Somebody who has published documents. */
        Publisher: {
            /** Format: int64 */
            documents: number;
            /** @description The source. */
            id: string;
            last: components["schemas"]["DocumentMeta"] | null;
            name: string;
        };
        /** @description Who has published documents here, by name. */
        Publishers: {
            publishers: components["schemas"]["Publisher"][];
            version: components["schemas"]["Version"];
        };
        /**
         * @description How exactly a source gives a number.
         * @enum {string}
         */
        Qualifier: "exact" | "at_least" | "at_most" | "about" | "vague";
        /** @description A number within limits; an end that is open is null. */
        Range: {
            /** Format: int64 */
            high: number | null;
            /** Format: int64 */
            low: number | null;
        };
        /** @description Why something is done. */
        ReasonRequest: {
            /** @description For the log. */
            reason?: string | null;
        };
        /** @description What a record added. */
        Recorded: {
            /** @description The account of the draft. */
            accounts: string[];
            /** @description Every account, named members of groups included. */
            all: string[];
            /** @description Undoing it takes everything back. */
            batch: string | null;
            position: string;
            version: components["schemas"]["Version"];
            /** @description Taken, and a person should look. */
            warnings: components["schemas"]["FieldError"][];
        };
        /** @description A register. */
        RegisterName: {
            /** @description Whether what lies on the disk is encrypted. */
            encrypted: boolean;
            /** @description Its random id. */
            id: string;
            /** @description The name of its folder. */
            name: string;
        };
        /** @description What is said beside an answer: a code with what is filled in, and the sentence in English. */
        Remark: {
            /** @description Stable code. */
            code: string;
            /** @description What is filled in, by name. */
            params: {
                [key: string]: components["schemas"]["Param"];
            };
            /** @description In English. */
            words: string;
        };
        /** @description One speaker's number. */
        Reported: {
            /** @description The account, which opens to document, place and words. */
            account: string;
            /** @description The last day that the statement covers. */
            as_of: string | null;
            /** @description The range stands for a vague word. */
            by_rule: boolean;
            /** @description A running total. */
            cumulative: boolean;
            /** @description What it relays, when that is known. */
            derived_from: string | null;
            /** @description The document's id. */
            doc: string;
            /** @description Of whom, in the text's words. */
            group: string | null;
            /**
             * Format: int64
             * @description Null when open.
             */
            high: number | null;
            /**
             * Format: int64
             * @description Null when open.
             */
            low: number | null;
            /** @description A denial. */
            negated: boolean;
            /** @description Whether an end is open: "1,400 or more". */
            open: boolean;
            party: string | null;
            /** @description The period in the text's words. */
            period: string | null;
            place: string | null;
            /** @description `exact`, `at_least`, `at_most`, `about` or `vague`. */
            qualifier: string;
            /** @description Who is said to be responsible, in the text's words. */
            responsible: string | null;
            /** @description Name or alias; null: the text of the document, author not stated. */
            said_by: string | null;
            unit: string | null;
            /** @description The period as dates, ISO 8601 with `..` for an open end. */
            when: string | null;
        };
        /** @description Something odd about a row. */
        RowFlag: {
            code: string;
            words: string;
        };
        /** @description Something about one row. */
        RowProblem: {
            code: string;
            /**
             * Format: int64
             * @description From 1.
             */
            row: number;
            words: string;
        };
        /** @description A rule by name and version. */
        RuleName: {
            name: string;
            version: string;
        };
        /** @description One counting rule. */
        RuleRow: {
            /** @description In one sentence. */
            description: string;
            name: string;
            /** @description Version of the rule. */
            version: string;
        };
        /** @description The counting rules that are built in. */
        Rules: {
            rules: components["schemas"]["RuleRow"][];
            version: components["schemas"]["Version"];
        };
        /** @description One account's word on one field. */
        SaidHere: {
            account: string;
            /** @description Where in it. */
            at: string;
            document: string;
            said_by: string | null;
            /** @description The cells of the row that hold it; of a text the quote, without a header. */
            verbatim: components["schemas"]["Cell"][];
        };
        /**
         * @description About the same, or not.
         * @enum {string}
         */
        Sameness: "same" | "different" | "unsure";
        /** @description One speaker's statements on one thing. */
        Series: {
            /** @description Between totals that follow each other: computed, nobody's statement. */
            differences: components["schemas"]["SeriesDifference"][];
            /** @description Days that nothing speaks of. */
            gaps: components["schemas"]["SeriesGap"][];
            of: components["schemas"]["SeriesOf"];
            /** @description Counts of a period, by its last day. */
            periods: components["schemas"]["SeriesStatement"][];
            /** @description Running totals, by the day as of which they hold. */
            totals: components["schemas"]["SeriesStatement"][];
            /** @description Statements without a day. */
            undated: components["schemas"]["SeriesStatement"][];
        };
        /** @description What is said over time. */
        SeriesAnswer: {
            /** @description File names of the documents, by id. */
            documents: {
                [key: string]: string;
            };
            metric: string;
            notes: components["schemas"]["Remark"][];
            position: string;
            rule: components["schemas"]["RuleName"];
            /** @description One per speaker and thing. Only those of one thing compare. */
            series: components["schemas"]["Series"][];
            version: components["schemas"]["Version"];
        };
        /** @description What lies between two totals. */
        SeriesDifference: {
            /** @description The two totals. */
            between: string[];
            from: string;
            /** Format: int64 */
            high: number | null;
            /** Format: int64 */
            low: number | null;
            to: string;
        };
        /** @description Days of which a speaker says nothing. */
        SeriesGap: {
            from: string;
            to: string;
        };
        /** @description What a series is about. */
        SeriesOf: {
            component: string | null;
            group: string | null;
            metric: string;
            party: string | null;
            place: string | null;
            /** @description Null: the text of the document, author not stated. */
            said_by: string | null;
            scope: string | null;
            /** @description Where no speaker is stated, the outlet or the document. */
            text_of: string | null;
            unit: string | null;
        };
        /** @description One statement. */
        SeriesStatement: {
            account: string;
            /** @description A running total. */
            cumulative: boolean;
            derived_from: string | null;
            doc: string;
            from: string | null;
            /** Format: int64 */
            high: number | null;
            /** Format: int64 */
            low: number | null;
            published_by: string | null;
            /** @description `exact`, `at_least`, `at_most`, `about` or `vague`. */
            qualifier: string;
            /** @description The earlier statement that says the same. */
            repeats: string | null;
            /** @description The later statement about the same days that stands instead. */
            replaced_by: string | null;
            reported_on: string | null;
            /** @description Of a total: the day as of which it holds. */
            to: string | null;
            /** @description Whether the source states that day. */
            to_stated: boolean;
        };
        /** @description Where one is. */
        Session: {
            /** @description Who acts. */
            actor: string | null;
            /** @description The program's version. */
            cairn: string;
            /** @description The moment, in short form. */
            position: string;
            register: components["schemas"]["RegisterName"];
            version: components["schemas"]["Version"];
        };
        /**
         * @description Which rows a report shows.
         * @enum {string}
         */
        ShowRows: "added" | "removed" | "changed" | "cannot_tell";
        /**
         * @description How the one who names a culprit stands to it.
         * @enum {string}
         */
        Stance: "accuses" | "claims" | "admits" | "denies" | "other_cause";
        /** @description One number of a bulletin. */
        Statement: {
            /** @description The account that came of it. */
            account: string | null;
            claim: string;
            /** Format: int64 */
            high: number | null;
            /** Format: int64 */
            low: number | null;
            /** @description `exact`, `at_least`, `at_most`, `about` or `vague`. */
            qualifier: string;
            quote: string;
        };
        /** @description Everything said about one subject, side by side. */
        Subject: {
            /** @description In the order of the log. */
            accounts: components["schemas"]["SubjectAccount"][];
            /** @description Fields in which accounts contradict each other. */
            disagreements: number;
            /** @description Field by field all values said, with who says each. */
            fields: components["schemas"]["FieldValues"][];
            /** @description What was done about it, in the order of the log. */
            history: components["schemas"]["Happened"][];
            kind: string;
            position: string;
            /** @description The smallest of its accounts' ids; any of them leads here. */
            subject: string;
            version: components["schemas"]["Version"];
        };
        /** @description One account of a subject. */
        SubjectAccount: {
            account: string;
            /** @description The open part as stored. */
            body: Record<string, never>;
            /** @description Whether it counts at the moment. */
            counts: boolean;
            document: components["schemas"]["DocumentMeta"];
            names: string[];
            /** @description Names, identifiers and birth date as stored. */
            personal: Record<string, never>;
            published_by: string | null;
            /** @description Null: the text of the document, author not stated. */
            said_by: string | null;
            words: components["schemas"]["Words"];
        };
        /** @description One row of a table. */
        TableRow: {
            cells: string[];
            /**
             * Format: int64
             * @description Its number, from 1.
             */
            row: number;
        };
        /** @description What an undo did. */
        Undone: {
            /**
             * Format: int64
             * @description Accounts that no longer count; of an undone undo, those that count again.
             */
            accounts: number;
            /** @description The batch that records the undo: undoing it brings everything back. */
            batch: string;
            /** @description Whether this undid an undo. */
            brought_back: boolean;
            position: string;
            /** @description Batches that still count on documents that the batch added. */
            still_standing: string[];
            /** @description The batch withdrawn. */
            undone: string;
            version: components["schemas"]["Version"];
        };
        /** @description A file that was sent, and the list in it. */
        UploadOne: components["schemas"]["UploadRow"] & {
            preview: components["schemas"]["Preview"];
            version: components["schemas"]["Version"];
        };
        /** @description A file that was sent and not yet imported. */
        UploadRow: {
            bytes: number;
            /** @description When it came, UTC. */
            came: string;
            /** @description File name. */
            name: string;
            /** @description Its id. */
            upload: string;
        };
        /** @description Files that wait to be imported; they are held in memory and end with the server. */
        Uploads: {
            uploads: components["schemas"]["UploadRow"][];
            version: components["schemas"]["Version"];
        };
        /**
         * @description Taken or not.
         * @enum {string}
         */
        Verdict: "accept" | "reject";
        /**
         * @description The version of this shape.
         * @enum {integer}
         */
        Version: 1;
        /** @description The code lists. */
        Vocabularies: {
            version: components["schemas"]["Version"];
            vocabularies: components["schemas"]["Vocabulary"][];
        };
        /** @description One code list. */
        Vocabulary: {
            codes: components["schemas"]["VocabularyCode"][];
            name: string;
            /** @description Who keeps the list. */
            publisher: string;
            /** @description Where the codes come from. */
            standard: string;
            /** @description What it is called by readers, in the language asked for. */
            title: string;
            /** @description Version of the list. */
            version: string;
        };
        /** @description One code. */
        VocabularyCode: {
            /** @description Kinds of thing it is said of; empty means any. */
            applies_to: string[];
            code: string;
            /** @description Why it is no longer to be used, and what instead. */
            deprecated: string | null;
            /** @description In the language asked for; English where that has none. */
            label: string;
            /** @description What is counted or meant, where the label does not say. */
            note: string;
            /** @description The code above it in the same list. */
            parent: string | null;
        };
        /** @description What waits for a decision. */
        Waiting: {
            /**
             * Format: int64
             * @description Claims in all.
             */
            claims: number;
            /** @description Where, most first. */
            documents: components["schemas"]["WaitingIn"][];
        };
        /** @description A document whose claims wait. */
        WaitingIn: {
            /** Format: int64 */
            claims: number;
            doc: string;
            name: string;
        };
        /** @description An account withdrawn: it stays readable and counts no more. */
        WithdrawalRequest: {
            /** @description Only show what would change. */
            preview?: boolean;
            /** @description For the log. */
            reason: string;
        };
        /** @description The words that something stands on. */
        Words: {
            around: components["schemas"]["Around"] | null;
            /** @description Where: `characters 27-38`, `row 17`. */
            at: string;
            /** @description The verbatim cells, of a table. */
            cells: components["schemas"]["Cell"][] | null;
            /** @description The exact words, of a text. */
            quote: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
