package vn.caunoi.api.file;

import java.io.InputStream;

/** Looks for viruses in what is uploaded. */
interface VirusScan {

    /** No scanner is configured. */
    VirusScan NONE = content -> {};

    /**
     * Reads the content to its end.
     *
     * @throws vn.caunoi.core.petition.Refusal when there is one
     * @throws vn.caunoi.api.problem.Stopped when the scanner does not answer: what was not looked at is not taken
     */
    void mustBeClean(InputStream content);
}
