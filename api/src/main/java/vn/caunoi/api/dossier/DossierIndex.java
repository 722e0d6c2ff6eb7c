package vn.caunoi.api.dossier;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All documents of a case, numbered through, with the pages they fill.
 *
 * @param pages of all together
 */
@Schema(name = "DossierIndex")
public record DossierIndex(List<Entry> entries, int pages) {

    /**
     * @param no from 1
     * @param letter number of the letter that this is the paper of; null for any other document
     * @param cameOn the day it came in; null where that is not known
     * @param first the page of the dossier it begins on, {@code last} the one it ends on
     * @param counted whether its pages were counted, rather than taken for one
     */
    @Schema(name = "DossierEntry")
    public record Entry(
            int no,
            String file,
            String name,
            @Nullable String letter,
            @Nullable LocalDate cameOn,
            String type,
            long size,
            String sha256,
            int pages,
            int first,
            int last,
            boolean counted) {

        /** Name within an archive: {@code 001-name.pdf}. */
        public String path() {
            String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
            return "%03d-%s".formatted(no, safe);
        }
    }

    public DossierIndex {
        entries = List.copyOf(entries);
    }
}
