package vn.caunoi.api.dossier;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes about the papers of a case; which fields count is told by what is done.
 *
 * @param place where they lie
 * @param to who gets them
 * @param fate {@code DESTROY, HAND_OVER} or {@code KEEP_LONGER}
 * @param until last day they are kept longer
 */
@Schema(name = "DossierInput")
public record DossierInput(
        @Nullable String place,
        @Nullable String to,
        @Nullable LocalDate backBy,
        @Nullable String reason,
        @Nullable String fate,
        @Nullable String number,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate until) {}
