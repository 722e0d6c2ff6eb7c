@NullMarked
package vn.caunoi.core.dossier;

import org.jspecify.annotations.NullMarked;
