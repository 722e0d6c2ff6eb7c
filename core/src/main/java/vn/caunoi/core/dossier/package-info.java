/** What becomes of the papers of a closed case: how long they are kept, where they lie, who has them. */
@NullMarked
package vn.caunoi.core.dossier;

import org.jspecify.annotations.NullMarked;
