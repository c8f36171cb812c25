import './look.css';
import './live-matrix';
