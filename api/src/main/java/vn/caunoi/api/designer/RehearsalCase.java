package vn.caunoi.api.designer;

import org.jspecify.annotations.Nullable;

/**
 * A case of a rehearsal or a proof, in its list.
 *
 * @param place in the list, from 1
 * @param way how it would go
 * @param parting number of where its ways part
 * @param told where it would wait, or what keeps it from going on
 */
public record RehearsalCase(
        int place,
        String petition,
        String code,
        String way,
        @Nullable Integer parting,
        @Nullable String told) {}
