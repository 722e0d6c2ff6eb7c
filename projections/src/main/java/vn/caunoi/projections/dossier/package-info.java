/** The papers of closed cases: where they lie, who has them, what is due for a decision. */
@NullMarked
package vn.caunoi.projections.dossier;

import org.jspecify.annotations.NullMarked;
