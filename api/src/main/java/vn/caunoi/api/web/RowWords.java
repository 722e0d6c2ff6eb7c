package vn.caunoi.api.web;

import org.springframework.stereotype.Component;
import vn.caunoi.processes.studio.HandlingBook;

/** Says what a row of the handling table is for, where a case names it. */
@Component("tableRows")
class RowWords {

    private final HandlingBook handling;
    private final Words say;

    RowWords(HandlingBook handling, Words say) {
        this.handling = handling;
        this.say = say;
    }

    /** @param otherwise for a row that the table has no more */
    public String handling(String row, String otherwise) {
        return handling.row(row)
                .map(found -> say.either(found.descriptionVi(), found.description()))
                .filter(told -> !told.isEmpty())
                .orElse(otherwise);
    }
}
