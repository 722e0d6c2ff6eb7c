package vn.caunoi.api.citizen;

import vn.caunoi.core.petition.PetitionCode;

/** What was written was handed in before; what is written now is another thing, and is not lost silently. */
public final class AlreadySent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    AlreadySent(PetitionCode code) {
        super("handed in already", null, false, false);
        this.code = code.value();
    }

    /** Of the petition that was handed in. */
    public String code() {
        return code;
    }
}
