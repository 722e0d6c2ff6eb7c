@NullMarked
package vn.caunoi.projections.dossier;

import org.jspecify.annotations.NullMarked;
