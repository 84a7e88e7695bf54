// OpenBLAS through the standard C interface of the BLAS.
#include <cblas.h>
