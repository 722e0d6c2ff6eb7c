package vn.caunoi.core.vault;

import java.util.List;

/**
 * An event that tells that personal data was erased. The ledger drops these keys in the transaction that records the
 * event, whoever caused it; readers forget what they had opened with them.
 */
public interface ErasesKeys {

    /** Keys that open nothing any more. */
    List<KeyId> erasedKeys();
}
