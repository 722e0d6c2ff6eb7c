package vn.caunoi.api.web;

import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.national.National;

/** How the case of a page stands with the national database. */
@Component("nationally")
class Nationally {

    private final National national;

    Nationally(National national) {
        this.national = national;
    }

    /** Of a case that the reader was shown already. */
    public National.Entry of(PetitionId petition) {
        return national.of(petition);
    }
}
