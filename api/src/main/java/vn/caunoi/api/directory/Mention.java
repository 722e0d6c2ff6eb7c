package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * Something that names a unit, and has to be looked at before the unit ends.
 *
 * @param where {@code routing, handling, ladder, model, form, heading, officer, rota, conference, urging, consult, filter, text-block}
 * @param what which one: a row, a key, a name; never a case
 * @param link to where it is changed
 */
@Schema(name = "UnitMention")
public record Mention(
        UnitId unit, String where, String what, @Nullable String link) {}
