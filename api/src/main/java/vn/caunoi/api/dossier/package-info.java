/** The dossier of a closed case: index, cover, storage time, where the papers lie. */
@NullMarked
package vn.caunoi.api.dossier;

import org.jspecify.annotations.NullMarked;
